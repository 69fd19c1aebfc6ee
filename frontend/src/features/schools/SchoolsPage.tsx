export function SchoolsPage() { return <h1>SchoolsPage</h1>; }
