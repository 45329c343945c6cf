import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'

/** A post (岗位) somebody may work in now. */
export const PostView = T.Object({
  id: T.String(),
  title: T.String(),
  place: T.String(),
  placeName: T.String(),
  body: T.String(),
  bodyName: T.String(),
  /** The window of the post, where it has one. */
  windowName: T.Optional(T.String()),
  area: T.String(),
  roles: T.Array(T.String()),
})
export type PostView = Static<typeof PostView>

export const SessionView = T.Object({
  csrfToken: T.String(),
  person: T.Object({ id: T.String(), name: T.String() }),
  posts: T.Array(PostView),
  /** The post this session works in. */
  post: PostView,
  demo: T.Boolean(),
  /** Nothing may be done but change the password (first sign-in, or older than ninety days). */
  mustChange: T.Boolean(),
})
export type SessionView = Static<typeof SessionView>

export const sessionRoutes = contract({
  signIn: {
    method: 'POST',
    path: '/session',
    who: 'public',
    summary: 'Sign in as staff; picks the first post, switchable without signing out',
    body: T.Object(
      {
        login: T.String({ minLength: 1, maxLength: 80 }),
        password: T.String({ minLength: 1, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
    reply: SessionView,
    idempotent: false,
  },
  session: {
    method: 'GET',
    path: '/session',
    who: 'staff',
    summary: 'Who I am and where I work',
    reply: SessionView,
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    who: 'signed-in',
    summary: 'Sign out',
    reply: T.Object({ done: T.Boolean() }),
    idempotent: false,
  },
  switchPost: {
    method: 'PUT',
    path: '/session/post',
    who: 'staff',
    summary: 'Work in another of my posts; the session gets a new token',
    body: T.Object({ post: T.String({ maxLength: 60 }) }, { additionalProperties: false }),
    reply: SessionView,
    idempotent: false,
  },
  changePassword: {
    method: 'PUT',
    path: '/session/password',
    who: 'staff',
    summary: 'Change my password; every other session of mine ends',
    body: T.Object(
      { old: T.String({ minLength: 1, maxLength: 200 }), new: T.String({ minLength: 1, maxLength: 200 }) },
      { additionalProperties: false },
    ),
    reply: SessionView,
    idempotent: false,
  },
})

const Administrator = (role: string) => ({ roles: [role] })

/** What the three administrators (三员) may do; none of them sees business data. */
export const administrationRoutes = contract({
  accounts: {
    method: 'GET',
    path: '/accounts',
    who: Administrator('system-admin'),
    summary: 'Accounts with their state (系统管理员)',
    query: T.Object({
      cursor: T.Optional(T.String({ maxLength: 200 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: T.Object({
      items: T.Array(
        T.Object({
          id: T.String(),
          login: T.String(),
          kind: T.Enum(['staff', 'citizen']),
          lockedUntil: T.Optional(T.String()),
          disabled: T.Boolean(),
        }),
      ),
      nextCursor: T.Optional(T.String()),
    }),
  },
  unlock: {
    method: 'POST',
    path: '/accounts/:id/unlock',
    who: Administrator('system-admin'),
    summary: 'Unlock an account after too many failed sign-ins',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
    reply: T.Object({ done: T.Boolean() }),
    idempotent: false,
  },
  createAccount: {
    method: 'POST',
    path: '/accounts',
    who: Administrator('system-admin'),
    summary:
      'Give somebody who holds a post an account; the password shown once must be changed at the first sign-in',
    body: T.Object(
      {
        login: T.String({ pattern: '^[a-z0-9][a-z0-9._-]{2,39}$' }),
        person: T.String({ minLength: 1, maxLength: 60 }),
      },
      { additionalProperties: false },
    ),
    reply: T.Object({ id: T.String(), login: T.String(), temporaryPassword: T.String() }),
    idempotent: false,
  },
  resetPassword: {
    method: 'POST',
    path: '/accounts/:id/reset',
    who: Administrator('system-admin'),
    summary: 'A new password, shown once; ends all sessions and unlocks',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
    reply: T.Object({ id: T.String(), temporaryPassword: T.String() }),
    idempotent: false,
  },
  disable: {
    method: 'POST',
    path: '/accounts/:id/disable',
    who: Administrator('system-admin'),
    summary: 'Disable an account; its sessions end at once',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
    reply: T.Object({ done: T.Boolean() }),
    idempotent: false,
  },
  enable: {
    method: 'POST',
    path: '/accounts/:id/enable',
    who: Administrator('system-admin'),
    summary: 'Enable an account again',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
    reply: T.Object({ done: T.Boolean() }),
    idempotent: false,
  },
  posts: {
    method: 'GET',
    path: '/posts',
    who: Administrator('security-admin'),
    summary: 'Posts with roles and holders (安全管理员)',
    query: T.Object({
      cursor: T.Optional(T.String({ maxLength: 200 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: T.Object({
      items: T.Array(
        T.Intersect([
          PostView,
          T.Object({ person: T.String(), personName: T.String(), validTo: T.Optional(T.String()) }),
        ]),
      ),
      nextCursor: T.Optional(T.String()),
    }),
  },
  endPost: {
    method: 'POST',
    path: '/posts/:id/end',
    who: Administrator('security-admin'),
    summary: 'End a post today; its sessions end at once',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    body: T.Object({ reason: T.String({ minLength: 4, maxLength: 200 }) }, { additionalProperties: false }),
    reply: T.Object({ done: T.Boolean() }),
  },
  audit: {
    method: 'GET',
    path: '/audit',
    who: Administrator('audit-admin'),
    summary: 'The audit trail, newest first (审计管理员)',
    query: T.Object({
      event: T.Optional(T.String({ maxLength: 60 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: T.Object({
      items: T.Array(
        T.Object({
          at: T.String(),
          actor: T.String(),
          event: T.String(),
          success: T.Boolean(),
          object: T.Optional(T.String()),
          ip: T.Optional(T.String()),
          /** What it was and what it became; for a revealed applicant the stated reason. */
          before: T.Optional(T.Unknown()),
          after: T.Optional(T.Unknown()),
        }),
      ),
      nextCursor: T.Optional(T.String()),
    }),
  },
})
