import type { FastifyInstance } from 'fastify'
import type { Problem } from '#ui/components/index.ts'
import { check, decode, type FormValues } from '#ui/form/index.ts'
import { isRefused, type House } from '../../house.ts'
import { NEW_ACCOUNT_COOKIE, newsCookie, SESSION_COOKIE, sessionCookie } from '../../http/cookies.ts'
import { enterPosted } from '../../http/guard.ts'
import { REGISTERED } from '../../layout.tsx'
import { localPath, seeOther, sendPage } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { registerForm } from './form.ts'
import { RegisterPage } from './page.tsx'

export function mountRegister(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { to?: string } }>('/register', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const to = localPath(String(request.query.to ?? '/my'))
    return visit.visitor.citizen ? seeOther(reply, to) : sendPage(reply, visit, RegisterPage({ visit, to }))
  })

  app.post('/register', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const [login, password, to] = [
      posted.text('login'),
      posted.get('password') ?? '',
      localPath(posted.text('to')),
    ]
    const values = decode(registerForm, posted)
    const problems = problemsIn(values, password)
    const again = (found: Problem[]) =>
      sendPage(reply, visit, RegisterPage({ visit, to, values, login, problems: found }), 422)
    if (problems.length > 0) return again(problems)
    const person = {
      name: String(values.name),
      citizenId: String(values.citizenId),
      phone: String(values.phone),
    }
    const answer = await house.services.register({ ...person, login, password }, request.ip)
    if (isRefused(answer)) return again(problemsOf(answer, (field) => `field-${field}`))
    reply.setCookie(SESSION_COOKIE, answer.session, sessionCookie(house.options))
    if (login !== '') reply.setCookie(NEW_ACCOUNT_COOKIE, login, newsCookie(house.options))
    return seeOther(reply, withNews(to))
  })
}

/** The next page says that it worked, and for whom. */
function withNews(to: string): string {
  const [, place = to, point = ''] = /^([^#]*)(#.*)?$/u.exec(to) ?? []
  return `${place}${place.includes('?') ? '&' : '?'}${REGISTERED}${point}`
}

/** What can be seen from the form alone; whether the name is free and the password strong is the server's to say. */
function problemsIn(values: FormValues, password: string): Problem[] {
  const problems: Problem[] = check(registerForm, values).map((error) => ({
    target: `field-${error.field}`,
    message: error.message,
  }))
  if (password === '') problems.push({ target: 'field-password', message: '请设一个密码' })
  return problems
}
