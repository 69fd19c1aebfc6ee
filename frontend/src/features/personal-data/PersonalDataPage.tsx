import { usePage } from "@/lib/page";

export function PersonalDataPage() {
  usePage("Données personnelles");
  return <div className="wrap"><h1>Données personnelles</h1></div>;
}
