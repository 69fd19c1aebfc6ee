import { createRootRoute, Outlet } from "@tanstack/react-router";
import { useWords } from "@/lib/i18n";
import { Announcer } from "@/ui/Announcer";
import { Layout } from "./Layout";
import { NotFound } from "./NotFound";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** A page of the workspace for those who have not signed in too. */
    open?: boolean;
  }
}

/** What both faces share: the way past the menu, and the voice. */
function Root() {
  const { t } = useWords();
  return (
    <>
      <a className="skip" href="#main">{t.site.skip}</a>
      <Announcer />
      <Outlet />
    </>
  );
}

/** An address that nothing answers to, within the public face. */
export const Lost = () => <Layout><NotFound /></Layout>;

export const root = createRootRoute({ component: Root, notFoundComponent: Lost });
