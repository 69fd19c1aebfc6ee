import { Page } from "@/space/kit/Page";

export function SignInPage() {
  return <Page title="Entrer">{null}</Page>;
}
