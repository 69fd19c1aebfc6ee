import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { formatDay, isDay, todayInParis, type Day } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { governance, stopsOf, type Governance, type Post } from "./association";
import { BoardUmbel } from "./BoardUmbel";
import { TimeBar } from "./TimeBar";
import { useAssociationWords } from "./words";
import "./association.css";

/** Who the association is: its colleges, its board and its bureau, on any day; `?le=` is the day. */
export function AssociationPage() {
  const { w } = useAssociationWords();
  const { le } = useSearch({ strict: false }) as { le?: string };
  const navigate = useNavigate();
  const today = todayInParis();
  const day = le && isDay(le) && le <= today ? le : today;
  const query = useQuery(governance(day === today ? null : day));
  usePage(w.title, !query.isPending);
  const go = (to: Day) => void navigate({ to: "/association" as string, search: (to === today ? {} : { le: to }) as never, resetScroll: false, replace: true });
  return (
    <div className="wrap association">
      <header className="association__head">
        <h1>{w.title}</h1>
        <p className="association__lead">{w.lead}</p>
        <p className="association__doors"><Link to={"/association/adherer" as never} className="button button--strong">{w.join}</Link><Link to={"/annuaire" as never} className="button">{w.directory}</Link></p>
      </header>
      {query.isPending && <Waiting words={w.loading} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <TimeBar stops={stopsOf(query.data.changes, today)} day={day} today={today} onDay={go} />
          <Composition told={query.data} isToday={day === today} />
        </>
      )}
    </div>
  );
}

function Composition({ told, isToday }: { told: Governance; isToday: boolean }) {
  const { w, lang } = useAssociationWords();
  const words = useMemberWords();
  const spoken = (day: Day) => formatDay(day, lang, { weekday: false, year: true });
  const { board, bureau, colleges } = told;
  return (
    <>
      <p className="association__day" role="status">{isToday ? w.onDay(`${spoken(told.on)} (${w.today})`) : w.onDay(spoken(told.on))}</p>
      <section className="association__bureau" aria-labelledby="bureau">
        <div>
          <h2 id="bureau">{w.bureau}</h2>
          {bureau.length === 0 && <p className="soft">{w.noBureau}</p>}
          <ul role="list">
            {bureau.map((office) => (
              <li key={`${office.role}-${office.rank}`}>
                <span className="association__role">{memberWord(words, "office", office.role)}</span>
                <strong>{office.representative ?? office.name}</strong>
                <span className="soft">{[office.representative && office.name, w.since(spoken(office.since))].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </div>
        <figure>
          <BoardUmbel posts={board.posts} />
          <figcaption className="soft">{w.drawing}</figcaption>
        </figure>
      </section>
      <section aria-labelledby="board">
        <h2 id="board">{w.board}</h2>
        <p>{board.size === 0 ? w.noBoard : [`${w.boardOf(board.filled, board.size)}.`, board.staff_seat && w.staffSeat].filter(Boolean).join(" ")}</p>
        <div className="association__groups">{[1, 2].map((group) => <Group key={group} group={group} posts={board.posts.filter((post) => post.renewal_group === group)} />)}</div>
      </section>
      <section aria-labelledby="colleges">
        <h2 id="colleges">{w.colleges}</h2>
        <ul role="list" className="association__colleges">
          {colleges.map(({ college, members }) => (
            <li key={college} data-college={college}><span className="association__count">{members}</span><span>{memberWord(words, "college", college)}</span></li>
          ))}
        </ul>
      </section>
      <Papers told={told} />
    </>
  );
}

function Group({ group, posts }: { group: number; posts: readonly Post[] }) {
  const { w, lang } = useAssociationWords();
  const words = useMemberWords();
  if (posts.length === 0) return null;
  const spoken = (day: Day) => formatDay(day, lang, { weekday: false, year: true });
  const end = posts.map((post) => post.expected_end_on).filter((day) => day !== null).toSorted()[0];
  return (
    <div>
      <h3>{end ? w.groupUntil(group, spoken(end)) : w.group(group)}</h3>
      <ul role="list" className="association__posts">
        {posts.map(({ number, college, holder, since, began_as: began }) => (
          <li key={number} data-college={college ?? "any"}>
            <span className="association__number" title={college ? memberWord(words, "college", college) : w.anyCollege}><span className="unseen">{w.post(number)} </span><span aria-hidden="true">{number}</span></span>
            {holder === null ? <em>{w.vacant}</em> : (
              <span>
                <strong>{holder.name}</strong>
                <span className="soft">{[holder.representative && w.by(holder.representative), since && w.since(spoken(since)), began === "co_option" && w.coOpted].filter(Boolean).join(" · ")}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Papers({ told: { bylaws, declared } }: { told: Governance }) {
  const { w, lang } = useAssociationWords();
  const words = useMemberWords();
  const spoken = (day: Day) => formatDay(day, lang, { weekday: false, year: true });
  return (
    <div className="association__papers">
      <section aria-labelledby="bylaws">
        <h2 id="bylaws">{w.bylaws}</h2>
        {bylaws === null ? <p className="soft">{w.noBylaws}</p> : (
          <p>{w.bylawsOf(spoken(bylaws.adopted_on))} {w.bylawsRules(bylaws.rules.minimum_posts, bylaws.rules.maximum_posts, bylaws.rules.term_years, bylaws.rules.renewal_every_years)}</p>
        )}
      </section>
      <section aria-labelledby="declared">
        <h2 id="declared">{w.declared}</h2>
        {declared === null ? <p className="soft">{w.notDeclared}</p> : (
          <>
            <p>{w.declaredOn(spoken(declared.occurred_on), spoken(declared.receipted_on))} {declared.receipt_number && w.declaredNumber(declared.receipt_number)}</p>
            <ul role="list" className="association__declared">{declared.officers?.map((officer, place) => <li key={officer.member_id ?? place}>{[officer.name, officer.representative && w.by(officer.representative)].filter(Boolean).join(", ")}{officer.capacity && officer.capacity !== "board_member" && <span className="soft"> · {memberWord(words, "office", officer.capacity)}</span>}</li>)}</ul>
          </>
        )}
      </section>
    </div>
  );
}
