import { useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";

export function SpaceHomePage() {
  const { account } = useMe();
  return <Page title={`Bonjour ${account.name}`}>{null}</Page>;
}
