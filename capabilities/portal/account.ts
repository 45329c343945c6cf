import { BY_ADDRESS, charge, isBlocked, type AttemptLimit } from '#platform/auth/attempts.ts'
import type { Session } from '#platform/auth/session.ts'
import { passwordProblem } from '#platform/auth/passwords.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { isCitizenId, isMobile, isPhone } from '#ui/form/index.ts'
import type { CitizenServices, PageRefusal } from './contract.ts'
import type { PortalMeans } from './means.ts'
import { said } from './words.ts'

type Registration = Parameters<CitizenServices['register']>[0]

/** A hall may register its visitors from one address; a machine that tries out numbers does not get far. */
const REGISTER_BY_ADDRESS: AttemptLimit = { ...BY_ADDRESS, failuresMax: 20 }
const LOGIN = /^[\p{L}\p{N}._@-]{2,40}$/u

export function accounts(means: PortalMeans): Pick<CitizenServices, 'register' | 'signIn' | 'signOut'> {
  const { sessions } = means
  const signIn: CitizenServices['signIn'] = async ({ login, password }, ip, agent) => {
    const signedIn = await sessions.signIn({ kind: 'citizen', login: asKept(login), password, ip, agent })
    if (isRefused(signedIn)) return said(signedIn)
    if (!signedIn.session.mustChange) {
      await nameByNumber(means, signedIn.session)
      return { session: signedIn.token }
    }
    await sessions.signOut(signedIn.token, ip)
    return said(refuse('password-must-change'))
  }
  return {
    signIn,
    async register(input, ip) {
      const refused = await open(means, input, ip)
      return refused ?? signIn({ ...input, login: ownLogin(input) }, ip, '')
    },
    signOut: (session) => sessions.signOut(session, ''),
  }
}

/** An account made before numbers opened one gets its number; the phone is asked for at registering alone, for it may be a helper's. */
async function nameByNumber({ parties, accounts: book }: PortalMeans, session: Session): Promise<void> {
  const known = await parties.details(session.subject)
  if (known?.idKind === 'citizen-id') await book.addNames(session.account, [known.idNumber])
}

/** People write a phone number as it stands on a card: 199 0000 1234, +86-19900001234. */
function asKept(login: string): string {
  const digits = login
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  return isMobile(digits) ? digits : login
}

/** Whoever thinks of no name of their own has their number; a phone stays a further name, for a family may share it. */
const ownLogin = ({ login, citizenId, phone }: Registration): string =>
  login === '' || login === phone ? citizenId : login

/** A phone on the wall belongs to a whole house. */
const namesOf = ({ citizenId, phone }: Registration): string[] => [
  citizenId,
  ...(isMobile(phone) ? [phone] : []),
]

/** Opens the account; what comes back is the reason why not. */
async function open(means: PortalMeans, input: Registration, ip: string): Promise<PageRefusal | undefined> {
  const { db, clock, accounts: book, parties, identity } = means
  if (identity === undefined) return said(refuse('identity-provider-missing'))
  const problems = problemsIn(input)
  if (problems.length > 0) return said(refuse('register-invalid', { facts: { problems } }))
  const weak = passwordProblem(input.password, ownLogin(input))
  if (weak) return atField(said(refuse(weak)), 'password')
  const where = `register:${ip}`
  if (await isBlocked(db, where, clock.now())) return said(refuse('too-many-attempts'))
  const refused = await confirm(means, identity, input)
  if (refused) {
    await charge(db, where, REGISTER_BY_ADDRESS, clock.now())
    return refused
  }
  const { name, citizenId, phone, password } = input
  const login = ownLogin(input)
  const party = await parties.findOrCreate({
    name: name.trim(),
    idKind: 'citizen-id',
    idNumber: citizenId,
    phone,
  })
  const made = await book.create(
    {
      ...{ kind: 'citizen', login, names: namesOf(input), subject: party, password, mustChange: false },
      demo: means.demo,
    },
    'citizen:self',
  )
  if (!isRefused(made)) return undefined
  if (made.code !== 'login-taken') return atField(said(made), 'password')
  if (login === citizenId) return said(refuse('register-not-possible'))
  // Two registrations of one person at once: the second meets the first one's account, not a taken name.
  const own = await book.findBySubject('citizen', party)
  return own ? said(refuse('register-not-possible')) : atField(said(made), 'login')
}

/**
 * Name and number belong together, by the provider and by what the office has on file; and the person has no account yet.
 * Somebody known under another name has to show papers at a counter, or any spelling would open another's matters.
 */
async function confirm(
  { parties, accounts: book }: PortalMeans,
  identity: NonNullable<PortalMeans['identity']>,
  { name, citizenId }: Registration,
): Promise<PageRefusal | undefined> {
  const known = await parties.find('citizen-id', citizenId)
  const onFile = known === undefined ? undefined : await parties.details(known)
  const agrees = onFile === undefined || onFile.name === name.trim()
  if (!(await identity.verify(name.trim(), citizenId)) || !agrees)
    return said(refuse('identity-not-confirmed'))
  if (known !== undefined && (await book.findBySubject('citizen', known)))
    return said(refuse('register-not-possible'))
  return undefined
}

function problemsIn({ name, citizenId, phone, login }: Registration): { field: string; message: string }[] {
  return [
    ...(name.trim() === '' || name.length > 50 ? [{ field: 'name', message: '请照身份证填写姓名' }] : []),
    ...(isCitizenId(citizenId)
      ? []
      : [{ field: 'citizenId', message: '请核对身份证号：18位，最后一位可以是X' }]),
    ...(isPhone(phone) ? [] : [{ field: 'phone', message: '请核对手机号' }]),
    ...loginProblem({ login, citizenId, phone }),
  ]
}

/** A name that looks like a number would take the place of whoever has that number. */
function loginProblem({ login, citizenId, phone }: Pick<Registration, 'login' | 'citizenId' | 'phone'>) {
  if (login === '' || login === citizenId || login === phone) return []
  if (!LOGIN.test(login)) return [{ field: 'login', message: '账号名用2到40个汉字、字母或数字' }]
  return isMobile(asKept(login)) || isCitizenId(login.toUpperCase())
    ? [{ field: 'login', message: '账号名不要用别人的手机号或身份证号，请换一个，或者不填' }]
    : []
}

function atField(refused: PageRefusal, field: string): PageRefusal {
  return { ...refused, problems: [{ field, message: refused.sentence }] }
}
