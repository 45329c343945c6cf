import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { ACTS, lastPaper, type Step } from './acts.ts'

/** How a case goes: who does what, how many working days after the step before (0: the same visit). */
export interface Story {
  name: string
  steps: readonly (readonly [act: keyof typeof ACTS, days: number])[]
  /** Whether the applicant promises (告知承诺). */
  promise?: boolean
  post?: boolean
  /** Begun so long ago that every limit has run out. */
  longAgo?: boolean
  /** The result is fetched at the window, though the story ends before. */
  byHand?: boolean
  /** Filed with a paper missing. */
  incomplete?: boolean
  /** How many times as often as a rare story. */
  often: number
}

const ACCEPTED = [['accept', 1]] as const
const REVIEWED = [...ACCEPTED, ['review', 2]] as const
const GRANTED = [...REVIEWED, ['grant', 1]] as const
const SEALED = [...GRANTED, ['seal', 1]] as const
const SUPPLIED = [
  ['notify', 1],
  ['supply', 3],
] as const

/** 承诺件: every state of an approval, reached the way people reach it. */
const APPROVAL: readonly Story[] = [
  { name: 'received', steps: [], often: 3 },
  { name: 'supplementing', steps: [['notify', 1]], incomplete: true, often: 2 },
  { name: 'lapsed', steps: [['notify', 1]], incomplete: true, longAgo: true, often: 1 },
  { name: 'supplied', steps: SUPPLIED, incomplete: true, often: 1 },
  { name: 'refusal proposed', steps: [['propose', 1]], often: 1 },
  {
    name: 'proposal returned',
    steps: [['propose', 1], ['returnToWindow', 1], ...ACCEPTED],
    often: 1,
  },
  {
    name: 'not accepted, waiting',
    steps: [
      ['propose', 1],
      ['refuse', 1],
    ],
    byHand: true,
    often: 1,
  },
  {
    name: 'not accepted',
    steps: [
      ['propose', 1],
      ['refuse', 1],
      ['deliver', 2],
    ],
    often: 1,
  },
  { name: 'accepted', steps: ACCEPTED, often: 3 },
  { name: 'reviewed', steps: REVIEWED, often: 3 },
  { name: 'sent back', steps: [...REVIEWED, ['returnToReview', 1]], often: 1 },
  { name: 'decided', steps: GRANTED, often: 2 },
  { name: 'issued', steps: SEALED, byHand: true, often: 3 },
  { name: 'closed', steps: [...SEALED, ['deliver', 1]], often: 8 },
  {
    name: 'closed after a supplement',
    steps: [...SUPPLIED, ...SEALED, ['deliver', 1]],
    incomplete: true,
    often: 3,
  },
  { name: 'denied', steps: [...REVIEWED, ['deny', 1], ['seal', 1], ['deliver', 1]], often: 2 },
  { name: 'withdrawn', steps: [...ACCEPTED, ['withdraw', 1]], often: 1 },
  { name: 'in the post', steps: [...SEALED, ['post', 1], ['waybill', 0]], post: true, often: 2 },
  {
    name: 'signed for',
    steps: [...SEALED, ['post', 1], ['waybill', 0], ['signed', 2]],
    post: true,
    often: 3,
  },
  {
    name: 'came back',
    steps: [...SEALED, ['post', 1], ['waybill', 0], ['returned', 3]],
    post: true,
    often: 1,
  },
]

const AT_ONCE = [
  ['accept', 0],
  ['grant', 0],
  ['seal', 0],
  ['deliver', 0],
] as const

/** 即办件: finished in the visit, and what happens when it is not. */
const ON_THE_SPOT: readonly Story[] = [
  { name: 'in one visit', steps: AT_ONCE, often: 30 },
  {
    name: 'left open with a reason',
    steps: [
      ['leaveOpen', 0],
      ['accept', 1],
      ['grant', 0],
      ['seal', 0],
      ['deliver', 0],
    ],
    often: 2,
  },
  { name: 'left open without one', steps: [], often: 1 },
  { name: 'a paper short', steps: [['notify', 0]], incomplete: true, often: 1 },
  {
    name: 'denied at once',
    steps: [
      ['accept', 0],
      ['deny', 0],
      ['seal', 0],
      ['deliver', 0],
    ],
    often: 1,
  },
]

const ONCE = { promise: true, often: 1 } as const
const RECTIFYING = [...AT_ONCE, ['checkRectify', 5], ['serveNotice', 1]] as const
const BROKEN = [...AT_ONCE, ['checkBroken', 5]] as const
const ANSWERING = [...BROKEN, ['tellRevocation', 1], ['serveNotice', 1]] as const
const REVOKED = [...ANSWERING, ['hearParty', 1], ['revoke', 1]] as const

/** 告知承诺: decided at once, checked afterwards; nothing is revoked before it was told, served and heard. */
const COMMITMENT: readonly Story[] = [
  { name: 'to be checked', steps: AT_ONCE, promise: true, often: 4 },
  { name: 'kept', steps: [...AT_ONCE, ['checkMet', 6]], promise: true, often: 4 },
  { name: 'to be put right', steps: RECTIFYING, promise: true, often: 2 },
  { name: 'the notice to put right not served', steps: [...AT_ONCE, ['checkRectify', 6]], ...ONCE },
  { name: 'put right', steps: [...RECTIFYING, ['checkMet', 4]], promise: true, often: 1 },
  { name: 'broken', steps: [...AT_ONCE, ['checkBroken', 6]], ...ONCE },
  { name: 'told of the revocation', steps: [...BROKEN, ['tellRevocation', 1]], ...ONCE },
  { name: 'may answer', steps: ANSWERING, ...ONCE },
  { name: 'being revoked', steps: REVOKED, ...ONCE },
  { name: 'revoked', steps: [...REVOKED, ['serve', 2]], promise: true, often: 1 },
]

/** The stories an item can live, each as often as it happens. */
export function storiesOf(item: ItemVersion): Story[] {
  const { process, delivery } = item
  const ordinary = process.procedure === 'on-the-spot' ? ON_THE_SPOT : APPROVAL
  return (
    [...ordinary, ...(process.commitment ? COMMITMENT : [])]
      .filter(({ post }) => !post || delivery.includes('post'))
      // An item that asks for nothing but its form has no paper to forget.
      .filter(({ incomplete }) => !incomplete || lastPaper({ item, promise: false }) !== undefined)
      .flatMap((story) => Array.from({ length: story.often }, () => story))
  )
}

/** Working days in which any publicity (公示) of the pack runs out. */
const PUBLIC_DAYS = 8

/** Working days an item adds to a story by its own process. */
export function addedDays(story: Story, item: ItemVersion): number {
  return story.steps.some(([act]) => act === 'grant') && isPublic(story, item) ? PUBLIC_DAYS : 0
}

function isPublic(story: Story, { process }: ItemVersion): boolean {
  return !story.promise && process.publicity !== undefined
}

/** Where somebody above decides (转报), the story ends here with the sending. */
function endedBySending(steps: Story['steps'], { process }: ItemVersion): Story['steps'] {
  const decision = steps.findIndex(([act]) => act === 'grant' || act === 'deny')
  if (process.forwardsTo === undefined || decision < 0) return steps
  return [...steps.slice(0, decision), ['forward', steps[decision]![1]]]
}

/**
 * The acts of a story for an item; an item that has its place surveyed has it surveyed before it is reviewed, and one that is
 * made public first waits for that before it is granted.
 */
export function stepsOf(story: Story, item: ItemVersion): Step[] {
  const { process } = item
  const surveys = !story.promise && process.steps.some(({ step }) => step === 'survey')
  return endedBySending(story.steps, item).flatMap(([act, days]): Step[] => [
    ...(act === 'review' && surveys ? [{ ...ACTS.survey, days: 1 }] : []),
    ...(act === 'grant' && isPublic(story, item) ? [{ ...ACTS.openPublicity, days }] : []),
    { ...ACTS[act], days: act === 'grant' && isPublic(story, item) ? PUBLIC_DAYS : days },
  ])
}
