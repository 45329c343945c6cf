import path from 'node:path'
import { expect, test } from 'vitest'
import { DEMO_MASTER_KEY } from './auth/mode.ts'
import { readSettings } from './settings.ts'

const key = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

test('without any setting a demo starts on this machine alone', () => {
  expect(readSettings({})).toEqual({
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    trustProxy: false,
    dataDir: path.resolve('data'),
    rootsDir: path.resolve('data/roots'),
    databaseUrl: undefined,
    poolSize: 10,
    packs: ['boshan-2020'],
    areaHosts: {},
    masterKey: DEMO_MASTER_KEY,
    carrierSecret: '',
    utilitiesSecret: '',
    smsSecret: '',
    emailSecret: '',
    carrierUrl: undefined,
    demoCases: 320,
    demoLife: true,
    fontDirectories: [],
    chromiumPath: undefined,
  })
})

test('several packs are loaded in their order, and host names lead to areas', () => {
  const settings = readSettings({
    PACK: 'dawukou-2020, boshan-2020',
    AREA_HOSTS: 'DWK.example.cn=640202, bs.example.cn=370304',
  })
  expect(settings.packs).toEqual(['dawukou-2020', 'boshan-2020'])
  expect(settings.areaHosts).toEqual({ 'dwk.example.cn': '640202', 'bs.example.cn': '370304' })
})

test('an empty setting counts as not given', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

test.each([
  [{ HOST: '::1', PORT: '80' }, { publicUrl: 'http://[::1]' }],
  [{ PUBLIC_URL: 'https://zwfw.example.cn/' }, { publicUrl: 'https://zwfw.example.cn' }],
  [{ DATA_DIR: '/srv/yichuang' }, { rootsDir: path.resolve('/srv/yichuang/roots') }],
  [{ DATA_DIR: '/srv/yichuang', ROOTS_DIR: '/mnt/roots' }, { rootsDir: path.resolve('/mnt/roots') }],
  [{ TRUST_PROXY: 'true' }, { trustProxy: 1 }],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [
    { SMS_URL: 'https://sms.example.cn/gate/', SMS_SECRET: key },
    { smsUrl: 'https://sms.example.cn/gate', smsSecret: key },
  ],
  [
    { MODE: 'production', MASTER_KEY: key, CARRIER_URL: 'http://127.0.0.1:9000', CARRIER_SECRET: key },
    { carrierUrl: 'http://127.0.0.1:9000' },
  ],
  [{ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }, { trustProxy: ['10.0.0.1', '10.1.0.0/16'] }],
  [
    { MODE: 'production', MASTER_KEY: key },
    { mode: 'production', masterKey: key },
  ],
])('%j is understood', (environment, expected) => {
  expect(readSettings(environment)).toMatchObject(expected)
})

test.each([
  [
    { MODE: 'production', MASTER_KEY: key, CARRIER_URL: 'http://post.example.cn', CARRIER_SECRET: key },
    'CARRIER_URL',
  ],
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ POOL_SIZE: '0' }, 'POOL_SIZE'],
  [{ MODE: 'live' }, 'MODE'],
  [{ PACK: 'nowhere-1999' }, 'PACK'],
  [{ PACK: '../packs' }, 'PACK'],
  [{ PACK: 'base' }, 'PACK'],
  [{ PACK: 'boshan-2020,boshan-2020' }, 'PACK'],
  [{ PACK: 'boshan-2020,' }, 'PACK'],
  [{ AREA_HOSTS: 'a.example' }, 'AREA_HOSTS'],
  [{ AREA_HOSTS: 'a.example=37' }, 'AREA_HOSTS'],
  [{ PUBLIC_URL: 'zwfw.example.cn' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://example.cn/path' }, 'PUBLIC_URL'],
  [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
  [{ TRUST_PROXY: 'everyone' }, 'TRUST_PROXY'],
  [{ CHROMIUM_PATH: '/nowhere/chromium' }, 'CHROMIUM_PATH'],
  [{ SMS_URL: 'sms.example.cn', SMS_SECRET: key }, 'SMS_URL'],
  [{ SMS_URL: 'https://sms.example.cn' }, 'SMS_SECRET'],
  [{ EMAIL_URL: 'https://mail.example.cn', EMAIL_SECRET: 'short' }, 'EMAIL_SECRET'],
  [{ MASTER_KEY: 'abc' }, 'MASTER_KEY'],
  [{ MODE: 'production' }, 'MASTER_KEY'],
  [{ MODE: 'production', MASTER_KEY: DEMO_MASTER_KEY }, 'MASTER_KEY'],
])('%j is refused in one sentence and with exit code 2', (environment, name) => {
  const problem = refusedBy(environment)
  expect(problem).toMatchObject({ name: 'StartupProblem', exitCode: 2 })
  expect(problem.english).toContain(name)
  expect(problem.english.split('\n')).toHaveLength(1)
})

test('everything wrong is named together', () => {
  expect(refusedBy({ PORT: 'x', MODE: 'y', PACK: 'z' }).chinese.split('\n')).toHaveLength(3)
})

test('a password in a bad address is not repeated', () => {
  expect(refusedBy({ DATABASE_URL: 'pg://me:secret@host/db' }).message).not.toContain('secret')
})

function refusedBy(environment: Record<string, string>) {
  try {
    readSettings(environment)
  } catch (error) {
    return error as { name: string; exitCode: number; chinese: string; english: string; message: string }
  }
  throw new Error('the settings were accepted')
}
