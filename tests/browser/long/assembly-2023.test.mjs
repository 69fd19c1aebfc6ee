// The assembly of 4 May 2023, replayed from the morning's tables to the receipt of its declaration, on screen: the secretary at a desk,
// members on their phones by the link of their notice. It ends on the figures that were published of that year.
import { after, before, test } from "node:test";
import { openBrowser, openPage } from "../browser.mjs";
import { bureauElected } from "./board.mjs";
import { quorumMet } from "./coming.mjs";
import { motionsDecided } from "./deciding.mjs";
import { declared } from "./declaring.mjs";
import { groupElected } from "./electing.mjs";
import { bylawsAndTables, described } from "./morning.mjs";
import { prepared } from "./preparing.mjs";
import { published } from "./published.mjs";

/** What the day leaves behind as it goes on: the pages that are open, and where what was made is found. */
const day = { browser: null, desk: null, assembly: null, election: null, board: null, phones: {} };
let isBroken = false;

/** A part of the day: those that follow mean nothing without it. */
function step(name, work) {
  test(name, async (context) => {
    if (isBroken) return context.skip("what comes before it failed");
    isBroken = true;
    await work(day);
    isBroken = false;
  });
}

before(async () => {
  day.browser = await openBrowser();
  day.desk = await openPage(day.browser);
});
after(() => day.browser?.close());

step("the secretary enters by a link, writes the bylaws, and takes in what was known in the morning", bylawsAndTables);
step("the association is described, as its declarations name it", described);
step("the assembly is prepared with its agenda and its election, and everybody is convened", prepared);
step("people come, on site and from afar, by their link and at the door, until the quorum is met", quorumMet);
step("the report is adopted by hands, somebody comes late, the accounts are voted on in secret", motionsDecided);
step("the first group is elected by links and on paper, counted, and proclaimed", groupElected);
step("the new board meets with the voice of the team, and elects its bureau", bureauElected);
step("the declaration is due in three months, names who was elected, is sent, and its receipt kept", declared);
step("what was lived is what was published: the board, the bureau, and the figures of the year", published);
