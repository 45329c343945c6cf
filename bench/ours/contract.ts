import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'

const Text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const No = T.Object({ no: Text(60) })

export const benchRoutes = contract({
  create: {
    method: 'POST',
    path: '/bench-cases',
    who: { roles: ['window-clerk'] },
    summary: 'Open a case of the bench procedure',
    body: T.Object(
      {
        no: Text(60),
        item: Text(20),
        party: Text(40),
        applicant: Text(80),
        title: Text(120),
        form: T.Record(T.String(), T.Unknown()),
      },
      { additionalProperties: false },
    ),
    reply: T.Object({ no: T.String(), state: T.String(), version: T.Integer() }),
  },
  step: {
    method: 'POST',
    path: '/bench-cases/:no/acts/:act',
    who: 'staff',
    summary: 'Take one step',
    params: T.Object({ no: Text(60), act: Text(40) }),
    body: T.Object(
      {
        version: T.Optional(T.Integer({ minimum: 0 })),
        input: T.Object({ note: Text(500) }, { additionalProperties: false }),
      },
      { additionalProperties: false },
    ),
    reply: T.Object({ no: T.String(), state: T.String(), version: T.Integer() }),
  },
  read: {
    method: 'GET',
    path: '/bench-cases/:no',
    who: 'staff',
    summary: 'The whole case with all its facts',
    params: No,
    reply: T.Object({ no: T.String(), state: T.String(), version: T.Integer(), facts: T.Array(T.Unknown()) }),
  },
})
