import type { MasterKeyProblem } from './keys.ts'

/** What the operator reads on the console when the master key setting cannot be used. */
export const cryptoWords: Record<MasterKeyProblem | 'master-key-other', string> = {
  'master-key-missing':
    '没有设置主密钥。请在配置项 MASTER_KEY 中填写至少 32 字节的十六进制随机数（可用 openssl rand -hex 32 生成）后重新启动。',
  'master-key-malformed': '主密钥格式不对。请填写偶数位的十六进制字符（0-9、a-f）后重新启动。',
  'master-key-too-short': '主密钥太短。请改用至少 32 字节（64 位十六进制）的随机数后重新启动。',
  'master-key-other':
    '主密钥不是建立这个数据库时用的那一把，用它打不开已有的个人信息和文件。请把 MASTER_KEY 设为原来的主密钥（应与备份分开保存）后重新启动。',
  'master-key-weak': '主密钥过于简单，重复的字节太多。请用 openssl rand -hex 32 重新生成后启动。',
}

/** Shown in place of a value whose key was destroyed. */
export const ERASED = '（个人信息已依法删除）'
