import changeFile from "./examples/change.py?raw";
import changesFile from "./examples/changes.sh?raw";
import eventsPython from "./examples/events.py?raw";
import eventsFile from "./examples/events.sh?raw";
import problemFile from "./examples/problem.json?raw";
import readFile from "./examples/read.sh?raw";

/** Where the examples say that the platform is; a token, `CURSOR` and `EVENT` stand in them as they are shown. */
const ORIGIN = "https://ombelle.example";

const at = (file: string) => (origin: string) => file.replaceAll(ORIGIN, origin).trimEnd();

/** The calls of the guide, as they are shown and copied; `tests/journeys/test_guide.py` runs these very files. */
export const readCall = at(readFile);
export const changesCall = at(changesFile);
export const eventsCall = at(eventsFile);
export const pythonCall = at(eventsPython);
export const changeCall = at(changeFile);
export const PROBLEM = problemFile.trimEnd();
