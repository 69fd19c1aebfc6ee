import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Problem } from "@/lib/problem";
import { makeRouter } from "./router";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Going back to a list minutes later must find it whole, with its place.
      gcTime: 30 * 60_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: false,
      // A reader without network gets our words and a button, not a wait without end.
      networkMode: "always",
    },
  },
});

const router = makeRouter();

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
