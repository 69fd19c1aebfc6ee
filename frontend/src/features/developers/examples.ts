import answerFile from "./examples/answer.py?raw";
import applyFile from "./examples/apply.py?raw";
import borrowFile from "./examples/borrow.py?raw";
import changeFile from "./examples/change.py?raw";
import changesFile from "./examples/changes.sh?raw";
import eventsPython from "./examples/events.py?raw";
import eventsFile from "./examples/events.sh?raw";
import problemFile from "./examples/problem.json?raw";
import readFile from "./examples/read.sh?raw";
import webhookFile from "./examples/webhook.py?raw";

/** Where the examples say that the platform is; a token and words in capitals (`CURSOR`, `EVENT`, `CALL`…) stand in them as they are shown. */
const ORIGIN = "https://ombelle.example";

const at = (file: string) => (origin: string) => file.replaceAll(ORIGIN, origin).trimEnd();

/** The calls of the guide, as they are shown and copied; `tests/journeys/test_guide.py` runs these very files. */
export const readCall = at(readFile);
export const changesCall = at(changesFile);
export const eventsCall = at(eventsFile);
export const pythonCall = at(eventsPython);
export const changeCall = at(changeFile);
export const applyCall = at(applyFile);
export const answerCall = at(answerFile);
export const borrowCall = at(borrowFile);
export const WEBHOOK = webhookFile.trimEnd();
export const PROBLEM = problemFile.trimEnd();
