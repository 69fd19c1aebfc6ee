import { CallFrame } from "./CallFrame";
import { PublicationPart } from "./PublicationPart";
import { SettingsPart } from "./SettingsPart";

/** What a call says and how it goes; putting it online. */
export function CallSettingsPage() {
  return (
    <CallFrame part="settings">
      {(call) => (
        <>
          <PublicationPart call={call} />
          <SettingsPart key={call.id} call={call} />
        </>
      )}
    </CallFrame>
  );
}
