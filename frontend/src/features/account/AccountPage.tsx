import { useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";

export function AccountPage() {
  const { account } = useMe();
  return <Page title={account.name}>{null}</Page>;
}
