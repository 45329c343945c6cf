import { Link } from '@tanstack/react-router'
import type { SinkingView } from '#capabilities/catalogue/contract/sinking-routes.ts'
import { day } from '#ui/format/day.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { SINKING_FILE } from './search.ts'
import { Table } from '../../lists/table.tsx'
import { useSinking } from './use-delegation.ts'
import { delegationWords as words } from './words.ts'

/** A line of a table names this many stations; the file has all of them. */
const NAMED = 5

/** 下沉到站: what villagers came to the centre for most, and which stations have to say something. */
export function Sinking() {
  const found = useSinking()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { proposals, questions, months, people } = found.data
  return (
    <div className="stack">
      <h2>{words.questions}</h2>
      {questions.length === 0 ? <p>{words.noQuestions}</p> : <Questions rows={questions} />}
      <h2>{words.proposals}</h2>
      <p>{words.rule(months, people)}</p>
      {proposals.length === 0 ? <p>{words.noProposals}</p> : <Proposals rows={proposals} />}
    </div>
  )
}

const Questions = ({ rows }: { rows: SinkingView['questions'] }) => (
  <Table
    label={words.questions}
    heads={[words.station, words.item, words.why, words.state, words.answerBy]}
    rows={rows.map(
      ({ id, stationName, itemName, whyText, months, cases, late, stateText, answerBy, overdue }) => ({
        key: id,
        cells: [
          stationName,
          itemName,
          <>
            {whyText} <span className="small muted">{words.counted(months, cases, late)}</span>
          </>,
          <Link key={id} to="/books/$book/$id" params={{ book: 'station-question', id }}>
            {stateText}
          </Link>,
          <>
            {answerBy && day(answerBy)} {overdue && <span className="tag tag-bad">{words.late}</span>}
          </>,
        ],
      }),
    )}
  />
)

const Proposals = ({ rows }: { rows: SinkingView['proposals'] }) => (
  <>
    <TakeAway file={SINKING_FILE} onPaper />
    <Table
      label={words.proposals}
      heads={[words.item, words.mode, words.came, words.station]}
      rows={rows.map(({ item, name, simple, modeText, people, stations }) => ({
        key: item,
        cells: [
          <>
            {name} {simple && <span className="tag tag-good">{words.simple}</span>}
          </>,
          modeText,
          words.people(people),
          <>
            {stations
              .slice(0, NAMED)
              .map((station) => words.stationLine(station.name, station.people))
              .join('、')}
            {stations.length > NAMED && (
              <div className="small muted">{words.more(stations.length - NAMED)}</div>
            )}
          </>,
        ],
      }))}
    />
  </>
)
