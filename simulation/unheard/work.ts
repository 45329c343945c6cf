import type { CaseDossier } from '#capabilities/case/model.ts'
import { mayBeSigner, openSigners } from '#capabilities/case/chapters/queue/dossier.ts'
import type { Asked } from '../inputs.ts'
import {
  approversHearing,
  decided,
  mayDecide,
  officers,
  waitsFor,
  type Around,
  type Attempt,
} from './attempt.ts'

const reason = '按照岗位分工和申请人的说明办理。'

const isTown = (body: string): boolean => body.startsWith('town-')
const waitsForApprover = (dossier: CaseDossier): boolean => waitsFor(dossier) === 'approver'
const isExamined = ({ state }: CaseDossier): boolean => state === 'accepted' || state === 'reviewed'
const unsettled = ({ signers = [] }: CaseDossier) =>
  signers.filter(({ answer, settled }) => answer?.how === 'disagree' && settled === undefined)

/** Colleagues who hold the role the case waits for and are away today. */
function away({ run, today }: Around, dossier: CaseDossier) {
  const role = waitsFor(dossier)
  return run.town.posts.filter(
    ({ roles, body, place, absences }) =>
      roles.some((held) => held === role) &&
      (role === 'window-clerk' ? place === dossier.acceptPlace : body === dossier.decidingBody) &&
      absences.some(({ from, to }) => from <= today && to >= today),
  )
}

/** Colleagues of the deciding body who have not been asked to sign. */
function unasked({ run }: Around, { decidingBody, signers = [] }: CaseDossier) {
  const asked = signers.map(({ post }) => post)
  return run.town.posts.filter(
    (post) => post.body === decidingBody && mayBeSigner(post) && !asked.includes(post.id),
  )
}

const personOf = ({ detail: _detail }: Asked, around: Around, post: string) =>
  around.run.town.posts.find(({ id }) => id === post)?.person

const urging = { to: 'step', text: '请尽快办理，并说明什么时候办完。' }
const supervisors: Attempt['who'] = (around) => officers(around, ({ roles }) => roles.includes('supervisor'))

/** Whoever urges (催办) where there is nobody to urge, nothing to urge, or somebody has done so today. */
const ABOUT_URGING: readonly Attempt[] = [
  {
    ...{ code: 'urge-nobody', act: 'urge', who: supervisors, fill: () => urging },
    when: ({ state }) => state === 'supplementing',
  },
  {
    ...{ code: 'urge-early', act: 'urge', who: supervisors, fill: () => urging },
    when: ({ state, receivedOn }, { today }) => state === 'received' && receivedOn === today,
  },
  {
    ...{ code: 'urge-once', act: 'urge', who: supervisors, fill: () => urging },
    when: ({ urges = [] }, { today }) =>
      urges.some(({ to, on, ended }) => to === 'step' && on === today && ended === undefined),
  },
  {
    ...{ code: 'urge-stopped', act: 'urge', who: supervisors, fill: () => urging },
    when: ({ special = [], state }) =>
      (state === 'accepted' || state === 'reviewed') &&
      special.some(({ served, ended }) => served !== undefined && ended === undefined),
  },
]

/** Whose work a case is: claims, colleagues, signatures, urges. */
export const ABOUT_WORK: readonly Attempt[] = [
  ...ABOUT_URGING,
  {
    ...{ code: 'claim-elsewhere', act: 'claim', when: (dossier) => waitsFor(dossier) === 'window-clerk' },
    who: (around, { acceptPlace, decidingBody }) =>
      officers(
        around,
        ({ roles, place, body }) =>
          roles.includes('window-clerk') && place !== acceptPlace && body === decidingBody,
      ),
  },
  {
    ...{ code: 'already-held', act: 'claim', when: ({ holder }) => holder !== undefined },
    who: (around, { holder }) => officers(around, ({ id }) => id === holder?.post),
  },
  {
    ...{ code: 'claimed-by-other', act: 'claim', when: ({ holder }) => holder !== undefined },
    who: (around, dossier) =>
      officers(around, ({ id, roles, body, place }) => {
        const role = waitsFor(dossier)
        const near = role === 'window-clerk' ? place === dossier.acceptPlace : body === dossier.decidingBody
        return id !== dossier.holder?.post && near && roles.some((held) => held === role)
      }),
  },
  { code: 'nothing-to-claim', act: 'claim', when: ({ state }) => state === 'supplementing' },
  {
    ...{ code: 'colleague-unknown', act: 'assign', when: (dossier) => waitsFor(dossier) !== undefined },
    fill: () => ({ to: 'post-of-nobody' }),
  },
  {
    ...{ code: 'colleague-unfit', act: 'assign', when: (dossier) => waitsFor(dossier) !== undefined },
    fill: ({ dossier }, { run }) => ({
      to: run.town.posts.find(({ roles }) => !roles.some((role) => role === waitsFor(dossier)))!.id,
    }),
  },
  {
    ...{ code: 'colleague-away', act: 'assign', when: (dossier, around) => away(around, dossier).length > 0 },
    fill: ({ dossier }, around) => ({ to: away(around, dossier)[0]!.id }),
  },
  {
    ...{ code: 'refer-to-itself', act: 'refer', when: isExamined },
    fill: ({ dossier }) => ({ toBody: dossier.decidingBody, reason }),
  },
  {
    ...{ code: 'refer-without-power', act: 'refer' },
    when: (dossier) => isExamined(dossier) && !isTown(dossier.decidingBody),
    fill: () => ({ toBody: 'egovernment-centre', reason }),
  },
  {
    ...{ code: 'refer-beyond-region', act: 'refer' },
    when: (dossier) => isExamined(dossier) && isTown(dossier.decidingBody),
    fill: ({ dossier }, { run }) => ({
      toBody: run.town.posts.find(({ body }) => isTown(body) && body !== dossier.decidingBody)!.body,
      reason,
    }),
  },
  {
    ...{ code: 'withdrawal-unsigned', act: 'withdraw', when: isExamined },
    who: (around) => officers(around, ({ roles }) => roles.includes('window-clerk')),
    fill: () => ({ reason: '申请人来电说不办了。' }),
  },
  {
    ...{ code: 'countersign-not-now', act: 'ask-countersign' },
    when: ({ procedure, state }) => procedure === 'approval' && state === 'accepted',
    fill: ({ dossier }, around) => ({ signers: [unasked(around, dossier)[0]?.id ?? 'post-of-nobody'] }),
  },
  decided('countersign-missing', (dossier) => openSigners(dossier).length > 0),
  decided('disagreement-unanswered', (dossier) => unsettled(dossier).length > 0),
  {
    ...{ code: 'disagreement-needs-reason', act: 'countersign' },
    when: (dossier) => openSigners(dossier).length > 0,
    who: (around, dossier) => officers(around, ({ id }) => openSigners(dossier).includes(id)),
    fill: () => ({ opinion: 'disagree' }),
  },
  {
    ...{ code: 'not-asked-to-sign', act: 'countersign', when: (dossier) => openSigners(dossier).length > 0 },
    who: (around, dossier) =>
      officers(around, ({ id }) => unasked(around, dossier).some((post) => post.id === id)),
    fill: () => ({ opinion: 'agree' }),
  },
  {
    ...{ code: 'not-a-signer', act: 'excuse-signer', when: (dossier) => openSigners(dossier).length > 0 },
    fill: () => ({ signer: 'post-of-nobody', reason }),
  },
  {
    ...{ code: 'signer-of-another-body', act: 'ask-countersign', when: waitsForApprover },
    fill: ({ dossier }, { run }) => ({
      signers: [run.town.posts.find((post) => post.body !== dossier.decidingBody && mayBeSigner(post))!.id],
    }),
  },
  {
    ...{ code: 'signer-already-asked', act: 'ask-countersign' },
    when: (dossier) => waitsForApprover(dossier) && openSigners(dossier).length > 0,
    fill: ({ dossier }) => ({ signers: openSigners(dossier).slice(0, 1) }),
  },
  {
    // Ten at once where so many work, and then one more.
    ...{ code: 'too-many-signers', act: 'ask-countersign' },
    when: (dossier, around) =>
      waitsForApprover(dossier) &&
      unasked(around, dossier).length + (dossier.signers ?? []).length > 11 &&
      (around.run.journal.refused.get('too-many-signers') ?? 0) === 0,
    fill: (asked, around) => {
      const { dossier } = asked
      const approver = around.run.town.posts.find(
        ({ body, roles }) => body === dossier.decidingBody && roles.includes('approver'),
      )?.id
      const others = unasked(around, dossier).filter(
        ({ person }) => person !== personOf(asked, around, approver ?? ''),
      )
      const room = Math.max(1, 10 - (dossier.signers ?? []).length)
      return { signers: others.slice(0, room).map(({ id }) => id) }
    },
  },
]

/** A parcel nobody has taken along yet. */
export const ABOUT_PARCELS: readonly Attempt[] = [
  {
    ...{ code: 'waybill-needed', act: 'deliver-by-post' },
    when: ({ state, posting }) => state === 'in-post' && posting?.waybill === undefined,
    fill: (_asked, { today }) => ({ receiver: '测试领取人', signedOn: today }),
  },
]

const HEARD = ['power-none', 'power-taken-back', 'power-expired', 'power-not-yet', 'power-other-place']

/** A decision by somebody whose body has no power for it, has it no more or not yet, or not where they sit. */
export const ABOUT_POWER: readonly Attempt[] = [
  ...HEARD.map((code): Attempt => ({
    ...{ code, act: 'grant', when: mayDecide },
    who: (around, dossier) => approversHearing(around, dossier, code),
  })),
  ...(
    [
      ['window-accepts-only', 'grant'],
      ['window-never-refuses', 'deny'],
    ] as const
  ).map(([code, act]): Attempt => ({
    ...{ code, act, when: mayDecide },
    who: (around, { decidingBody }) =>
      officers(
        around,
        ({ roles, body }) =>
          body === decidingBody && roles.includes('approver') && roles.includes('window-clerk'),
      ),
  })),
  {
    ...{ code: 'print-elsewhere', act: 'print-at-place' },
    when: ({ state, remote, delivery }) => state === 'issued' && remote === true && delivery === 'window',
    who: (around, { decidingBody, acceptPlace }) =>
      officers(
        around,
        ({ roles, body, place }) =>
          roles.includes('window-clerk') && body === decidingBody && place !== acceptPlace,
      ),
    fill: ({ dossier }) => ({ paper: dossier.papers[0]?.id ?? 'no-paper' }),
  },
  {
    ...{ code: 'forward-only', act: 'grant' },
    when: (dossier, { item }) => mayDecide(dossier) && item.process.forwardsTo !== undefined,
  },
]
