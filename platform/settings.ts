import fs from 'node:fs'
import path from 'node:path'
import { DEMO_MASTER_KEY } from './auth/mode.ts'
import { masterKeyProblem } from './crypto/keys.ts'
import { cryptoWords } from './crypto/words.ts'
import { StartupProblem } from './log/startup-problem.ts'

export type Mode = 'demo' | 'production'

export interface Settings {
  host: string
  port: number
  /** Without a slash at the end. */
  publicUrl: string
  /** For Fastify: nobody, this many proxies before us, or these addresses. */
  trustProxy: false | number | string[]
  dataDir: string
  /** Where the daily roots of the ledger are kept, outside the database. */
  rootsDir: string
  /** Undefined: the embedded database in `dataDir`. */
  databaseUrl: string | undefined
  poolSize: number
  /** The packs to load, the first of which a visitor sees who has chosen no area. */
  packs: readonly string[]
  /** Whose host names lead to which area, where several are served. */
  areaHosts: Readonly<Record<string, string>>
  mode: Mode
  masterKey: string
  /** The post's HTTP address, when one is connected; the secret signs what we ask. */
  carrierUrl: string | undefined
  carrierSecret: string
  /** Suppliers of water, electricity, gas and heating, through one gateway. */
  utilitiesUrl: string | undefined
  utilitiesSecret: string
  /** Gateways for short messages and e-mail; without one, messages are kept as files in `dataDir`. */
  smsUrl: string | undefined
  smsSecret: string
  emailUrl: string | undefined
  emailSecret: string
  /** At most so many demo cases are made when a demo starts for the first time. */
  demoCases: number
  /** Whether a demo goes on living while it runs. */
  demoLife: boolean
  /** Folders of licensed fonts (仿宋), preferred over the free ones on papers. */
  fontDirectories: string[]
  /** Undefined: the Chromium that npm installed (tests only). */
  chromiumPath: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads every setting and names everything wrong with them at once. */
export function readSettings(environment: Environment = process.env): Settings {
  const problems: Problem[] = []
  const read = readerOf(environment, problems)
  const mode = read('MODE', 'demo', oneOf('demo', 'production'))
  const host = read('HOST', '127.0.0.1', hostName)
  const port = read('PORT', '3000', wholeNumber(0, 65_535))
  const dataDir = path.resolve(read('DATA_DIR', './data', (text) => text))
  const settings: Settings = {
    mode,
    host,
    port,
    publicUrl: read('PUBLIC_URL', `http://${host.includes(':') ? `[${host}]` : host}:${port}`, webAddress),
    trustProxy: read('TRUST_PROXY', 'false', proxies),
    dataDir,
    rootsDir: path.resolve(read('ROOTS_DIR', path.join(dataDir, 'roots'), (text) => text)),
    databaseUrl: read('DATABASE_URL', undefined, databaseAddress),
    poolSize: read('POOL_SIZE', '10', wholeNumber(1, 500)),
    packs: read('PACK', 'boshan-2020', packNames),
    areaHosts: read('AREA_HOSTS', '', hostAreas),
    carrierUrl: read('CARRIER_URL', undefined, outsideAddress(mode)),
    carrierSecret: gatewaySecret('CARRIER', environment, problems),
    utilitiesUrl: read('UTILITIES_URL', undefined, outsideAddress(mode)),
    utilitiesSecret: gatewaySecret('UTILITIES', environment, problems),
    smsUrl: read('SMS_URL', undefined, outsideAddress(mode)),
    smsSecret: gatewaySecret('SMS', environment, problems),
    emailUrl: read('EMAIL_URL', undefined, outsideAddress(mode)),
    emailSecret: gatewaySecret('EMAIL', environment, problems),
    demoCases: read('DEMO_CASES', '320', wholeNumber(0, 1000)),
    demoLife: read('DEMO_LIFE', 'on', oneOf('on', 'off')) === 'on',
    masterKey: masterKey(environment.MASTER_KEY || undefined, mode, problems),
    fontDirectories: read('FONT_DIRS', '', (text) =>
      text.split(path.delimiter).filter((folder) => folder !== ''),
    ),
    chromiumPath: read('CHROMIUM_PATH', undefined, existingFile),
  }
  if (problems.length > 0) throw new SettingsProblem(problems)
  return settings
}

/** Bad settings end the program with exit code 2, one sentence for each. */
export class SettingsProblem extends StartupProblem {
  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => each.chinese).join('\n'), problems.map((each) => each.english).join('\n'), {
      exitCode: 2,
    })
  }
}

interface Problem {
  chinese: string
  english: string
}

/** A check gives the value, or the two ways to say what it should be. */
type Check<T> = (text: string) => T | Wrong

class Wrong {
  readonly chinese: string
  readonly english: string
  constructor(chinese: string, english: string) {
    this.chinese = chinese
    this.english = english
  }
}

function readerOf(environment: Environment, problems: Problem[]) {
  function read<T>(name: string, fallback: string, check: Check<T>): T
  function read<T>(name: string, fallback: undefined, check: Check<T>): T | undefined
  function read<T>(name: string, fallback: string | undefined, check: Check<T>): T | undefined {
    const given = environment[name]?.trim() || fallback
    if (given === undefined) return undefined
    const value = check(given)
    if (!(value instanceof Wrong)) return value
    // An address may hold a password and is not repeated.
    const shown = name === 'DATABASE_URL' ? '' : `（现在是“${given}”）`
    const was = name === 'DATABASE_URL' ? '' : ` (it is "${given}")`
    problems.push({
      chinese: `设置 ${name} ${value.chinese}${shown}。`,
      english: `The setting ${name} ${value.english}${was}.`,
    })
    return (fallback === undefined ? undefined : check(fallback)) as T | undefined
  }
  return read
}

function masterKey(given: string | undefined, mode: Mode, problems: Problem[]): string {
  if (mode === 'demo' && given === undefined) return DEMO_MASTER_KEY
  const problem = masterKeyProblem(given)
  if (problem)
    problems.push({
      chinese: cryptoWords[problem],
      english: `The setting MASTER_KEY cannot be used (${problem}): give 32 random bytes in hex, as openssl rand -hex 32 makes them.`,
    })
  else if (mode === 'production' && given?.toLowerCase() === DEMO_MASTER_KEY)
    problems.push({
      chinese: '设置 MASTER_KEY 是演示密钥，正式运行不能使用；请用 openssl rand -hex 32 另行生成。',
      english:
        'The setting MASTER_KEY is the demo key, which production refuses; make one with openssl rand -hex 32.',
    })
  return given ?? ''
}

const GATEWAY_SECRET_MIN = 16

/** A gateway takes messages from nobody who cannot sign; the secret itself is never repeated. */
function gatewaySecret(
  name: 'SMS' | 'EMAIL' | 'CARRIER' | 'UTILITIES',
  environment: Environment,
  problems: Problem[],
): string {
  const secret = environment[`${name}_SECRET`] ?? ''
  if (environment[`${name}_URL`]?.trim() && secret.length < GATEWAY_SECRET_MIN)
    problems.push({
      chinese: `设置了 ${name}_URL 就要同时设置 ${name}_SECRET，至少 ${GATEWAY_SECRET_MIN} 个字符。`,
      english: `The setting ${name}_URL needs ${name}_SECRET beside it, at least ${GATEWAY_SECRET_MIN} characters.`,
    })
  return secret
}

function oneOf<const T extends string>(...values: T[]): Check<T> {
  return (text) =>
    values.find((value) => value === text) ??
    new Wrong(`只能是 ${values.join(' 或 ')}`, `must be ${values.join(' or ')}`)
}

function wholeNumber(least: number, most: number): Check<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    return new Wrong(`应是 ${least} 到 ${most} 之间的整数`, `must be a whole number from ${least} to ${most}`)
  }
}

const hostName: Check<string> = (text) =>
  /^[A-Za-z0-9.:_-]+$/.test(text)
    ? text
    : new Wrong('应是主机名或 IP 地址', 'must be a host name or an IP address')

const webAddress: Check<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const fits = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username
  return fits
    ? url.origin
    : new Wrong(
        '应是 https://域名 这样的地址，不带路径',
        'must be an address like https://host, without a path',
      )
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/**
 * An outside system: a path is allowed, a name and password are not. In production what it says has to come over https,
 * or from this machine: a forged “signed for” would close a case.
 */
const outsideAddress =
  (mode: Mode): Check<string> =>
  (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    const safe =
      url?.protocol === 'https:' ||
      (url?.protocol === 'http:' && (mode === 'demo' || LOOPBACK.test(url.hostname)))
    return url && safe && !url.search && !url.username
      ? text.replace(/\/+$/u, '')
      : new Wrong(
          '应是 https://域名/路径 这样的地址（正式运行只有本机可以用 http）',
          'must be an address like https://host/path (in production http only on this machine)',
        )
  }

const databaseAddress: Check<string> = (text) =>
  /^(postgres|postgresql):\/\/./.test(text) || text.startsWith('socket:')
    ? text
    : new Wrong('应以 postgres:// 开头', 'must begin with postgres://')

// Trusting everybody would let any visitor choose the address that we log and lock out: `true` means one proxy.
const proxies: Check<false | number | string[]> = (text) => {
  if (text === 'false' || text === '0') return false
  if (text === 'true') return 1
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const addresses = text.split(',').map((each) => each.trim())
  if (addresses.every((each) => /^[0-9a-fA-F.:]+(\/\d{1,3})?$|^(loopback|linklocal|uniquelocal)$/.test(each)))
    return addresses
  return new Wrong(
    '应是 false、代理的层数，或代理的 IP 地址（用逗号分开）',
    'must be false, the number of proxies, or their IP addresses separated by commas',
  )
}

const hostAreas: Check<Readonly<Record<string, string>>> = (text) => {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  const hosts = pairs.map((pair) => /^\s*([A-Za-z0-9.-]+)=(\d{6})\s*$/.exec(pair))
  return hosts.every((host) => host !== null)
    ? Object.fromEntries(hosts.map((host) => [host[1]!.toLowerCase(), host[2]!]))
    : new Wrong(
        '应写成 主机名=地区代码，几个用逗号分开，例如 bs.example.cn=370304',
        'must be host=area code, several separated by commas, as in bs.example.cn=370304',
      )
}

const packNames: Check<readonly string[]> = (text) => {
  const folder = path.join(path.dirname(import.meta.dirname), 'packs')
  const there = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'pack.json')))
    : []
  const asked = text.split(',').map((name) => name.trim())
  return asked.every((name) => there.includes(name)) && new Set(asked).size === asked.length
    ? asked
    : new Wrong(
        `应是 packs 中的方案，几个方案用逗号分开、不重复：${there.join('、')}`,
        `must be a pack in packs, or several separated by commas and none twice: ${there.join(', ')}`,
      )
}

const existingFile: Check<string> = (text) =>
  fs.existsSync(text) ? text : new Wrong('指向的文件不存在', 'names a file that does not exist')
