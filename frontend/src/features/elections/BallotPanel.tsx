import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { post } from "@/api/write";
import { announce } from "@/lib/announce";
import { Problem } from "@/lib/problem";
import type { ElectionPanelProps, ElectionResultsProps, Poll, Voice } from "@/programme/sitting";
import { ownElections, type VotersElection } from "./calls";
import { useBallotWords } from "./ballotWords";
import "./ballot.css";

/** A ballot of an election, for each voice that one holds. */
export function BallotPanel({ place, token, meetingId, poll, voices, isPresent, onVoted }: ElectionPanelProps) {
  const { w } = useBallotWords();
  const title = useId();
  const { data } = useQuery({ ...ownElections(token, meetingId, poll.id), placeholderData: keepPreviousData });
  const election = data?.find(({ id }) => id === poll.subject_id);
  const round = election?.rounds.find(({ poll_id: id }) => id === poll.id);
  const able = voices.filter(({ college }) => !poll.college || poll.college === college);
  if (!election || !round || able.length === 0) return null;
  return (
    <section className="ballot ballot--open" aria-labelledby={`${title} ${title}-places`}>
      <h2 id={title}>{w.title}{"\u00a0: "}{election.title}</h2>
      <h3 id={`${title}-places`}>{`${w.places(round.seats)}${w.of(round.constituency)}${w.round(round.round)}`}</h3>
      <p className="soft">{w.secret}</p>
      {poll.needs_presence && !isPresent
        ? <p>{w.mustBeHere}</p>
        : able.map((voice) => <Ballot key={voice.id} place={place} election={election} poll={poll} voice={voice} onVoted={onVoted} />)}
    </section>
  );
}

/** What was in the urns of a meeting's elections, as soon as they are opened. */
export function ElectionResults({ token, meetingId, polls }: ElectionResultsProps) {
  // Asked again when a vote opens or closes, not whenever somebody votes.
  const open = polls.filter(({ kind }) => kind === "election").map(({ id }) => id).join(" ");
  const { data } = useQuery({ ...ownElections(token, meetingId, open), placeholderData: keepPreviousData, retry: false });
  return (
    <div aria-live="polite">
      {(data ?? []).flatMap((election) => election.rounds.filter(({ counted_at: at }) => at).map((round) => <Results key={round.poll_id} election={election} round={round} />))}
    </div>
  );
}

interface BallotProps {
  place: string;
  election: VotersElection;
  poll: Poll;
  voice: Voice;
  onVoted: () => void;
}

function Ballot({ place, election, poll, voice, onVoted }: BallotProps) {
  const { w } = useBallotWords();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (voice.voted.includes(poll.id)) return <p className="ballot__cast">{voice.is_own ? w.voted : `${w.ofVoice(voice.name)}\u00a0: ${w.voted}`}</p>;
  const many = poll.most_choices > 1;
  const said = picked.length > poll.most_choices ? w.tooMany(poll.most_choices) : trouble;
  const pick = (id: string) => {
    setTrouble(null);
    setPicked((before) => (!many ? [id] : before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  };
  const cast = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || picked.length > poll.most_choices) return;
    setBusy(true);
    try {
      await post(`${place}/ballots`, { poll_id: poll.id, voice_id: voice.id, choices: [...picked] });
      announce(w.sent);
      onVoted();
    } catch (error) {
      // Its answer was lost, not the ballot.
      if (error instanceof Problem && error.code === "ballot_twice") onVoted();
      else setTrouble(error instanceof Problem && error.status >= 400 && error.status < 500 ? error.message : w.failed);
    } finally {
      setBusy(false);
    }
  };
  const standing = new Map(election.candidacies.map((each) => [each.id, each]));
  return (
    <form className="ballot__form" onSubmit={(event) => void cast(event)}>
      <fieldset>
        <legend>{voice.is_own ? w.choose(poll.most_choices) : `${w.ofVoice(voice.name)}. ${w.choose(poll.most_choices)}`}</legend>
        {poll.choices.map((id) => {
          const who = standing.get(id);
          return (
            <label key={id} className="ballot__choice">
              <input type={many ? "checkbox" : "radio"} name={`${poll.id} ${voice.id}`} checked={picked.includes(id)} onChange={() => pick(id)} />
              <span>{who?.name}{who?.representative && <span className="soft">{w.represented(who.representative)}</span>}</span>
            </label>
          );
        })}
      </fieldset>
      {said && <p className="ballot__trouble" role="alert">{said}</p>}
      <button type="submit" className="button button--strong" aria-disabled={busy}>{busy ? w.sending : picked.length === 0 ? w.sendBlank : w.send}</button>
    </form>
  );
}

/** What was in the urn of a round. */
function Results({ election, round: { seats, constituency, round, results } }: { election: VotersElection; round: VotersElection["rounds"][number] }) {
  const { w } = useBallotWords();
  const holds = election.state !== "annulled";
  const most = Math.max(1, ...results.map(({ votes }) => votes));
  return (
    <section className="ballot" aria-label={`${w.results}, ${election.title}${w.of(constituency)}${w.round(round)}`}>
      <h2>{election.title}</h2>
      <h3>{`${w.results}, ${w.places(seats)}${w.of(constituency)}${w.round(round)}`}</h3>
      {!holds && <p className="ballot__cast"><strong>{w.annulled}</strong></p>}
      <ul role="list" className="ballot__results">
        {results.map(({ candidacy_id: id, name, votes, outcome }) => (
          <li key={id} data-elected={(holds && outcome === "elected") || undefined}>
            <span>{name}</span>
            <span className="ballot__bar" aria-hidden="true"><span style={{ inlineSize: `${(votes / most) * 100}%` }} /></span>
            <span>{w.votes(votes)}{holds && w[outcome] && `, ${w[outcome]}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
