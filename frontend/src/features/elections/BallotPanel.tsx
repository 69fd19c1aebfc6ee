import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { Problem } from "@/lib/problem";
import { announce } from "@/lib/announce";
import { ownElections, type VotersElection } from "./calls";
import { useBallotWords } from "./ballotWords";
import "./ballot.css";

/** A secret ballot that is open, as the meeting tells of it. */
export interface OpenPoll {
  id: string;
  kind: string;
  most_choices: number;
  college: string | null;
}

/** A voice that whoever looks on casts: their own, or that of a member whose proxy they hold; `voted`: in which polls. */
export interface Voice {
  id: string;
  name: string;
  college: string | null;
  is_own: boolean;
  voted: readonly string[];
}

export interface BallotPanelProps {
  /** Of the link to the meeting. */
  token: string;
  polls: readonly OpenPoll[];
  voices: readonly Voice[];
  onVote: (poll: string, voice: string, choices: string[]) => Promise<unknown>;
}

/** The elections of a meeting: ballots to cast while they are voted on, results as soon as they are counted. */
export function BallotPanel({ token, polls, voices, onVote }: BallotPanelProps) {
  // Asked again when a vote opens or closes, not whenever somebody votes.
  const open = polls.filter(({ kind }) => kind === "election");
  const { data } = useQuery({ ...ownElections(token, open.map(({ id }) => id).join(" ")), placeholderData: keepPreviousData });
  return <>{(data ?? []).map((election) => <OneElection key={election.id} election={election} polls={open} voices={voices} onVote={onVote} />)}</>;
}

interface OneElectionProps extends Omit<BallotPanelProps, "token"> {
  election: VotersElection;
}

function OneElection({ election, polls, voices, onVote }: OneElectionProps) {
  const { w } = useBallotWords();
  const title = useId();
  return (
    <section className="ballot" aria-labelledby={title}>
      <h2 id={title}>{w.title}{"\u00a0: "}{election.title}</h2>
      {election.state === "voting" ? <p>{w.secret}</p> : election.rounds.length === 0 && <p>{w.wait}</p>}
      {election.rounds.map((round) => {
        const poll = polls.find(({ id }) => id === round.poll_id);
        const heading = `${w.places(round.seats)}${w.of(round.constituency)}${w.round(round.round)}`;
        const able = voices.filter(({ college }) => !poll?.college || poll.college === college);
        return (
          <div key={round.poll_id} className="ballot__round">
            <h3>{heading}</h3>
            {round.counted_at
              ? <Results results={round.results} />
              : poll
                ? able.map((voice) => <Ballot key={`${poll.id} ${voice.id}`} election={election} poll={poll} choices={round.choices} voice={voice} onVote={onVote} />)
                : <p>{w.counting}</p>}
          </div>
        );
      })}
    </section>
  );
}

interface BallotProps {
  election: VotersElection;
  poll: OpenPoll;
  choices: readonly string[];
  voice: Voice;
  onVote: BallotPanelProps["onVote"];
}

function Ballot({ election, poll, choices, voice, onVote }: BallotProps) {
  const { w } = useBallotWords();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (voice.voted.includes(poll.id)) return <p className="ballot__cast">{voice.is_own ? w.voted : `${w.ofVoice(voice.name)}\u00a0: ${w.voted}`}</p>;
  const many = poll.most_choices > 1;
  const tooMany = picked.length > poll.most_choices;
  const pick = (id: string) => {
    setTrouble(null);
    setPicked((before) => (!many ? [id] : before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  };
  const cast = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (tooMany) {
      setTrouble(w.tooMany(poll.most_choices));
      return;
    }
    setBusy(true);
    try {
      await onVote(poll.id, voice.id, [...picked]);
      announce(w.sent);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setTrouble(error.body.detail ?? w.failed);
    } finally {
      setBusy(false);
    }
  };
  const standing = new Map(election.candidacies.map((each) => [each.id, each]));
  return (
    <form className="ballot__form" onSubmit={(event) => void cast(event)}>
      <fieldset>
        <legend>{voice.is_own ? w.choose(poll.most_choices) : `${w.ofVoice(voice.name)}. ${w.choose(poll.most_choices)}`}</legend>
        {choices.map((id) => {
          const who = standing.get(id);
          return (
            <label key={id} className="ballot__choice">
              <input type={many ? "checkbox" : "radio"} name={`${poll.id} ${voice.id}`} checked={picked.includes(id)} onChange={() => pick(id)} />
              <span>{who?.name}{who?.representative && <span className="soft">{w.represented(who.representative)}</span>}</span>
            </label>
          );
        })}
      </fieldset>
      {(trouble ?? (tooMany && w.tooMany(poll.most_choices))) && <p className="ballot__trouble" role="alert">{trouble ?? w.tooMany(poll.most_choices)}</p>}
      <button type="submit" className="button button--strong" aria-disabled={busy}>{busy ? w.sending : picked.length === 0 ? w.sendBlank : w.send}</button>
    </form>
  );
}

function Results({ results }: { results: VotersElection["rounds"][number]["results"] }) {
  const { w } = useBallotWords();
  const most = Math.max(1, ...results.map(({ votes }) => votes));
  return (
    <ul className="ballot__results" aria-label={w.results}>
      {results.map(({ candidacy_id: id, name, votes, outcome }) => (
        <li key={id} data-elected={outcome === "elected" || undefined}>
          <span>{name}</span>
          <span className="ballot__bar" aria-hidden="true"><span style={{ inlineSize: `${(votes / most) * 100}%` }} /></span>
          <span>{w.votes(votes)}{w[outcome] && `, ${w[outcome]}`}</span>
        </li>
      ))}
    </ul>
  );
}
