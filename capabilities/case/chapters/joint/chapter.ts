import type { Actor } from '#engine/actor.ts'
import { addDays, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Asking, Chapter } from '../chapter.ts'
import { answerObjection, giveOpinion, OPINION_GIVER } from './answer.ts'
import { askOpinions, withdrawQuestion } from './ask.ts'
import { BEFORE_DECISION, conferring, openQuestions, questionsOf } from './dossier.ts'
import { spokenFor, standingQuestions, unansweredObjections, type Question, type Verdict } from './dossier.ts'
import { decideWithout, opinionOverdue, waiting } from './silence.ts'

/**
 * Joint handling (联审联办): one department takes in the application, passes it on to the others for their opinions and decides
 * for all (行政许可法第二十六条第二款). The decision waits for every department that was asked, and its paper lists what each said.
 */
export const joint: Chapter = {
  name: 'joint',
  procedures: ['approval'],
  actions: [askOpinions, giveOpinion, answerObjection, withdrawQuestion, decideWithout, opinionOverdue],
  apply: {
    'opinions-asked': (dossier, fact: Fact<{ questions: Question[]; question: Sealed }>) => {
      const { questions, question } = fact.body
      const asked = questions.map((one) => ({ ...one, question, by: markOf(fact) }))
      return { ...moved(dossier, fact), joint: [...questionsOf(dossier), ...asked] }
    },
    'opinion-given': opinionGiven,
    'objection-answered': one((fact: Fact<{ text: Sealed }>) => ({
      reply: { text: fact.body.text, by: markOf(fact) },
    })),
    'question-withdrawn': one(closedAs('withdrawn')),
    'went-on-without': one(closedAs('without')),
    'opinion-overdue': (dossier, fact: Fact<{ questions: string[] }>) =>
      changed(dossier, fact.body.questions, () => ({ overdueAt: fact.at })),
  },
  timers: (dossier, { calendar }) => {
    if (!BEFORE_DECISION.includes(dossier.state)) return []
    const [first] = waiting(dossier, calendar)
      .map(({ last }) => last)
      .toSorted()
    return first === undefined ? [] : [{ action: 'opinion-overdue', at: startOfDay(addDays(first, 1)) }]
  },
  rolesOf: (actor, dossier) =>
    speaksFor(actor) &&
    [...openQuestions(dossier), ...spokenFor(dossier)].some(({ body }) => body === bodyOf(actor))
      ? [OPINION_GIVER]
      : [],
  refuses: (act, filled) => (act === 'grant' || act === 'deny' ? undecidable(act, filled) : undefined),
  partners: (dossier) => standingQuestions(dossier).map(({ body }) => body),
  asked: (dossier) =>
    BEFORE_DECISION.includes(dossier.state) ? openQuestions(dossier).map(({ body }) => body) : [],
}

const bodyOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.body : '')

/** Opinions and tasks are a department's, so an officer who reviews or decides there speaks. */
export function speaksFor(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.roles.some((role) => role === 'reviewer' || role === 'approver')
}

/** The decision waits for everybody who was asked; a yes against an objection says first why. */
function undecidable(act: 'grant' | 'deny', { dossier, world }: Asking): Refusal | undefined {
  const basis = conferring(world.item)
  const missing = openQuestions(dossier).filter(
    // [K] Where the area says so, a body silent past its limit has no objection; the record still shows its silence.
    ({ overdueAt }) => overdueAt === undefined || !world.parameters.silenceCountsAsNoObjection,
  )
  if (missing.length > 0)
    return refusal('opinions-missing', { facts: { bodies: missing.map(({ name }) => name) }, basis })
  const objections = act === 'grant' ? unansweredObjections(dossier) : []
  return objections.length > 0
    ? refusal('objection-unanswered', { facts: { bodies: objections.map(({ name }) => name) }, basis })
    : undefined
}

interface OpinionGiven {
  body: string
  name: string
  question: string
  verdict: Verdict
  text: Sealed
  meeting?: string
  unasked?: Sealed
}

function opinionGiven(dossier: CaseDossier, fact: Fact<OpinionGiven>): CaseDossier {
  const { body, name, question: id, verdict, text, meeting, unasked } = fact.body
  const opinion = { verdict, text, by: markOf(fact), ...(meeting === undefined ? {} : { meeting }) }
  if (unasked === undefined) {
    const joint = questionsOf(dossier).map((question) => {
      // Another opinion than the one an answer was given to is not answered yet.
      const { reply: _before, ...asked } = question
      return question.id === id ? { ...asked, opinion } : question
    })
    return { ...moved(dossier, fact), joint }
  }
  const spoken: Question = { id, body, name, question: unasked, by: markOf(fact), opinion }
  return { ...moved(dossier, fact), joint: [...questionsOf(dossier), spoken] }
}

function closedAs(how: 'withdrawn' | 'without') {
  return (fact: Fact<{ reason: Sealed }>): Partial<Question> => ({
    closed: { how, reason: fact.body.reason, by: markOf(fact) },
  })
}

/** A fact about the one question it names. */
function one<Body>(more: (fact: Fact<Body>) => Partial<Question>) {
  return (dossier: CaseDossier, fact: Fact<Body & { question: string }>): CaseDossier =>
    changed(moved(dossier, fact), [fact.body.question], () => more(fact))
}

function changed(dossier: CaseDossier, ids: readonly string[], more: () => Partial<Question>): CaseDossier {
  const joint = questionsOf(dossier).map((question) =>
    ids.includes(question.id) ? { ...question, ...more() } : question,
  )
  return { ...dossier, joint }
}
