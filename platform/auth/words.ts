import type { AccountCode } from './accounts.ts'
import type { SignInCode } from './credentials.ts'
import type { CsrfCode } from './csrf.ts'
import type { ModeProblem } from './mode.ts'
import type { RolesProblem } from './roles.ts'
import type { PasswordChangeCode } from './sign-in.ts'

export type AuthCode = AccountCode | CsrfCode | RolesProblem | PasswordChangeCode | SignInCode

/** What a person reads when signing in, changing a password or sending a form is refused. */
export const authWords: Record<AuthCode, string> = {
  'sign-in-wrong': '账号或密码不正确。请核对后重新输入；忘记密码请联系系统管理员重置。',
  'account-locked': '连续输错 5 次，账号已锁定 30 分钟。请稍后再试，或联系系统管理员解锁。',
  'too-many-attempts': '从这里登录没成功的次数太多，请等 10 分钟再试。',
  'session-ended': '登录已过期或已在别处退出。请重新登录后继续。',
  'password-too-short': '密码太短。请设置至少 8 位的密码。',
  'password-too-long': '密码太长。请控制在 128 位以内。',
  'password-too-simple': '密码过于简单。请至少使用大写字母、小写字母、数字、符号中的三类，并避免大量重复。',
  'password-has-login': '密码中不能包含账号名。请换一个密码。',
  'password-common': '这个密码很常见，容易被猜中。请换一个只有您自己知道的密码。',
  'password-unchanged': '新密码与原密码相同。请设置一个不同的新密码。',
  'login-taken': '这个账号名已被使用，或此人已有账号。请换一个账号名，或查找已有账号。',
  'account-not-found': '没有找到这个账号。请刷新列表后重新选择。',
  'administrators-are-separate': '系统管理员、安全管理员、审计管理员不能由同一人担任。请另选一人。',
  'administrator-does-no-business': '管理员不能同时承担业务岗位。请先撤销其管理员身份，或另选一人。',
  'role-unknown': '没有这个角色。请从角色列表中选择。',
  'form-expired': '页面停留时间过长或已切换岗位，本次提交未生效。请刷新页面后重新提交。',
  'form-from-elsewhere': '提交来源不是本系统页面，已被拦截。请从本系统页面重新进入后提交。',
}

/** What the operator reads on the console when the installation does not start. */
export const modeWords: Record<Exclude<ModeProblem, `master-key-${string}`>, string> = {
  'born-in-demo': '这个数据库是在演示模式下建立的，不能用于正式运行。请新建空数据库后再以正式模式启动。',
  'born-in-production':
    '这个数据库用于正式运行，不能以演示模式启动。请把 MODE 设为 production，或为演示另建数据库。',
  'demo-master-key': '主密钥是公开的演示密钥。请用 openssl rand -hex 32 生成新的 MASTER_KEY 后启动。',
  'demo-accounts': '数据库中还有演示账号。请新建空数据库后再以正式模式启动。',
  'demo-clock': '可调时钟只能在演示模式使用。请去掉该设置后启动。',
  'public-url-not-https': '正式运行必须使用 HTTPS。请把 PUBLIC_URL 设为以 https:// 开头的对外地址。',
}
