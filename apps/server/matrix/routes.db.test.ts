import { beforeAll, expect, test } from 'vitest'
import { CONTRACTS } from '../http.ts'
import type { Reply } from '../testing/signed.ts'
import { demoPerson } from '../demo/people.ts'
import { licensed, type Licensed } from './licence.ts'
import { PAGES } from './pages.ts'
import { png } from '#platform/files/samples.ts'
import { CENTRE, multipart, startStage, type Caller, type Citizen, type Stage } from './stage.ts'

/**
 * Who gets what from every route of the JSON interface. Columns, in this order:
 * anonymous; the case's owner, another citizen; at 山头, whose street office decides the case: clerk, village agent, reviewer,
 * approver, issuer, director; the same offices at 博山 (marked 2); supervisor; system, security and audit administrator;
 * somebody whose post has ended, whose session has ended, whose password must be changed first.
 */
const COLUMNS =
  'anon own oth clk agt rev app iss dir clk2 rev2 app2 iss2 dir2 sup sys sec aud gone out must'.split(' ')

/**
 * `ok`, or the refusal: `401` signed-out, `403` forbidden, `404` not found, `409:code`, `pw` password-must-change.
 * A row of `foreign` must not differ from a row of `missing`: that is asserted separately for every cell.
 */
const EXPECTED = `
GET /cases                        401 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /cases/counts                 401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
POST /case-papers/print           401 403 403 ok  no  ok  ok  ok  ok  no  no  no  no  no  ok  no  no  no  401 401 pw
GET /case-papers/print/:file/:proof 401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /case-list/export             401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /cases/:no                    401 ok  404 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
GET /cases/:no/allowed            401 ok  404 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
GET /cases/:no/clocks             401 ok  404 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
GET /cases/:no/facts              401 403 403 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
GET /cases/:no/papers/:id         401 ok  404 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
GET /cases/:no/files/:id          401 ok  404 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
POST /cases/:no/reveal            401 403 403 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
POST /cases/:no/acts/:act         401 no  404 no  404 no  no  no  no  404 404 404 404 404 no  404 404 404 401 401 pw
GET /files/:id                    401 ok  404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /session                      401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 ok
PUT /session/post                 401 401 401 no  no  no  no  no  no  no  no  no  no  no  no  no  no  no  401 401 no
PUT /session/password             401 401 401 no  no  no  no  no  no  no  no  no  no  no  no  no  no  no  401 401 no
GET /accounts                     401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 401 401 pw
POST /accounts                    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 no  403 403 401 401 pw
POST /accounts/:id/reset          401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 401 401 pw
POST /accounts/:id/disable        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 401 401 pw
POST /accounts/:id/enable         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 401 401 pw
POST /accounts/:id/unlock         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 401 401 pw
GET /posts                        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 401 401 pw
POST /posts/:id/end               401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 no  403 401 401 pw
GET /audit                        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  401 401 pw
GET /notices                      401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
POST /notices/read                401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /saved-lists                  401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
POST /saved-lists                 401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
PUT /list-columns                 401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
PUT /saved-lists/:id              401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
DELETE /saved-lists/:id           401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /duty                         401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
PUT /duty/:post/cover             401 403 403 no  no  no  no  no  no  no  no  no  no  no  no  no  no  no  401 401 pw
POST /duty/:post/absences         401 403 403 no  no  no  no  no  no  no  no  no  no  no  no  no  no  no  401 401 pw
POST /duty/:post/absences/:id/end 401 403 403 no  no  no  no  no  no  no  no  no  no  no  no  no  no  no  401 401 pw
GET /drafts                       401 403 403 ok  403 403 403 403 403 ok  403 403 403 403 403 403 403 403 401 401 pw
POST /drafts                      401 403 403 no  403 403 403 403 403 no  403 403 403 403 403 403 403 403 401 401 pw
POST /drafts/pick-up              401 403 403 404 403 403 403 403 403 404 403 403 403 403 403 403 403 403 401 401 pw
POST /applicants/name-check       401 403 403 ok  403 403 403 403 403 ok  403 403 403 403 403 403 403 403 401 401 pw
GET /drafts                       401 403 403 ok  403 403 403 403 403 ok  403 403 403 403 403 403 403 403 401 401 pw
GET /drafts/:id                   401 403 403 404 403 403 403 403 403 404 403 403 403 403 403 403 403 403 401 401 pw
POST /drafts/:id/file             401 403 403 404 403 403 403 403 403 404 403 403 403 403 403 403 403 403 401 401 pw
POST /drafts/:id/give-back        401 403 403 404 403 403 403 403 403 404 403 403 403 403 403 403 403 403 401 401 pw
GET /reuse                        401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
GET /items                        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  pw
GET /items/:id                    ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  pw
GET /disclosure-gaps              401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /regions                      ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  pw
GET /indicators                   401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /ground                       401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /ground/duties                401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /ground/successions           401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /ground/export                401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /reform-reports               401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /reform-reports/:id           401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
GET /reform-reports/:id/export    401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
GET /ground/places/:id            401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
POST /ground/places/:id/change    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /ground/bodies/:id/change    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /ground/places/:id/standard  401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /ground/offices              401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /books/:book/entries/:id/photos/:photo 401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
POST /ground/served               401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /ground/reforms              401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /ground/changes/:id/withdraw 401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /indicators/:id/cases         401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /alerts                       401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /attempts                     401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
GET /findings                     401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /gaps                         401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /reengineering                401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /imports                      401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
POST /imports                     401 403 403 403 403 403 403 403 403 403 403 403 403 403 no  403 403 403 401 401 pw
GET /indicators/export            401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /indicators/:id/cases/export  401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /alerts/export                401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /attempts/export              401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
GET /findings/export              401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /rectifications               401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /rectifications/:id           401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
POST /rectifications/:id/acts/:act 401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
POST /rectifications/:id/reveal   401 403 403 403 403 403 403 403 404 403 403 403 403 404 403 403 403 403 401 401 pw
GET /licences                     401 403 403 ok  403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  403 403 403 401 401 pw
GET /licences/:number             401 403 403 ok  403 ok  ok  ok  ok  ok  404 404 404 ok  ok  403 403 403 401 401 pw
POST /licences/:number/acts/:act  401 403 403 no  403 no  no  403 403 no  404 404 403 403 403 403 403 403 401 401 pw
GET /licences/:number/papers/:id  401 ok  404 ok  404 ok  ok  ok  ok  404 404 404 404 404 ok  404 404 404 401 401 pw
GET /licence-register/export      401 403 403 ok  403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  403 403 403 401 401 pw
GET /places                       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  pw
GET /authoring/changes            401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
POST /authoring/changes           401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /authoring/changes/:id        401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /authoring/changes/:id/impact 401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
POST /authoring/changes/:id/acts/:act 401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /authoring/new-items         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /authoring/items              401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /authoring/upper-items        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /authoring/materials          401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /authoring/data-elements      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /authoring/choices            401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
GET /authoring/changes/:id/preview 401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /authoring/changes/:id/preview/form 401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /authoring/changes/:id/preview/papers/:paper 401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /item-subscriptions           401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /item-subscriptions/items     401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
POST /item-subscriptions          401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
DELETE /item-subscriptions/:area/:kind/:subject 401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /item-news                    401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
POST /item-news/read              401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /items/:id/differences        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  pw
GET /item-quality                 401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /item-quality/:id             401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
GET /data-elements                401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /data-elements/:id/touches    401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
GET /standard-papers              401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /standard-papers/touches      401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /item-quality/export          401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /item-catalogue/export        401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
POST /item-catalogue/check        401 403 403 403 403 403 403 403 no  403 403 403 403 no  no  403 403 403 401 401 pw
GET /item-imports                 401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
POST /item-imports                401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /item-imports/:run            401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /item-imports/:run/rows       401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /item-imports/:run/rows/:n    401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
GET /item-imports/:run/export     401 403 403 403 403 403 403 403 403 403 403 403 403 403 404 403 403 403 401 401 pw
POST /item-imports/:run/rows/:n/mend 401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /item-imports/:run/rows/:n/set-aside 401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /item-imports/:run/set-aside 401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /item-imports/:run/confirm   401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /item-imports/:run/drop      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /directory-lines              401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
POST /directory-lines/:id/begin   401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /outside-systems              401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
PUT /outside-systems/:id          401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /outside-items                401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
GET /outside-items/own-unmapped   401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
GET /outside-items/export         401 403 403 403 403 403 403 403 403 403 403 403 403 403 ok  403 403 403 401 401 pw
PUT /outside-items/:system/:code  401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /outside-items               401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /item-checks                  401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /items/:id/lineage            401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /power-boundary               401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /power-boundary/export        401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /item-differences             401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /item-differences/export      401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /books                        401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /books/:book                  401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
POST /books/:book/begin/:act      401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /books/:book/entries/:id      401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
POST /books/:book/entries/:id/acts/:act 401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /books/:book/export           401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /delegation/batches           401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/batches/:id/readiness 401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
GET /delegation/both-tiers        401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/sorting-rounds    401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/guiding-counties  401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/both-tiers/export 401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/sinking           401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/sinking/export    401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /delegation/batches/:id/readiness/export 401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
GET /powers                       401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /power-choices                401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /powers/:id                   401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /powers/export                401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
POST /powers                      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /powers/:id/amend-power      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /powers/:id/take-back        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /seals                        401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /seal-uses                    401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /seal-uses/export             401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
POST /seals                       401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /seals/:id/bind              401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /seals/:id/suspend           401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /seals/:id/resume            401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /seals/:id/retire            401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /guide-copies/differences     401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /guide-copies/comparison      401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /guide-copies/comparison/export 401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /guide-copies/differences/export 401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /handbooks                    401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /cited-laws                   401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /handbooks/:kind/:edition/file 401 403 403 403 403 403 403 403 404 403 403 403 403 404 404 403 403 403 401 401 pw
POST /guide-copies/edit           401 403 403 403 403 403 403 403 404 403 403 403 403 no  404 403 403 403 401 401 pw
POST /guide-copies/restore        401 403 403 403 403 403 403 403 404 403 403 403 403 no  404 403 403 403 401 401 pw
POST /guide-copies/sync           401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
POST /handbooks/:kind             401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 401 401 pw
GET /guide-copies/:channel/:item  404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 pw
GET /lists                        401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /lists/:list/versions/:version 401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /lists/:list/export           401 403 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 401 401 pw
GET /residency                    401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /residency/units              401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
GET /residency/export             401 403 403 403 403 403 403 403 ok  403 403 403 403 ok  ok  403 403 403 401 401 pw
POST /utilities/owed              401 403 403 no  no  403 403 403 403 no  403 403 403 403 403 403 403 403 401 401 pw
GET /utilities/payments/:id/receipt 401 403 403 404 404 403 403 403 404 404 403 403 403 404 404 403 403 403 401 401 pw
GET /certificates/types           401 403 403 ok  ok  403 403 403 ok  ok  403 403 403 ok  ok  403 403 403 401 401 pw
GET /certificates                 401 403 403 ok  ok  403 403 403 ok  ok  403 403 403 ok  ok  403 403 403 401 401 pw
POST /certificates                401 403 403 no  no  403 403 403 403 no  403 403 403 403 403 403 403 403 401 401 pw
GET /certificates/export          401 403 403 ok  ok  403 403 403 ok  ok  403 403 403 ok  ok  403 403 403 401 401 pw
GET /certificates/:id/paper       401 403 403 404 404 403 403 403 404 404 403 403 403 404 404 403 403 403 401 401 pw
POST /certificates/known          401 403 403 ok  ok  403 403 403 403 ok  403 403 403 403 403 403 403 403 401 401 pw
GET /certificates/:id             401 403 403 404 404 403 403 403 404 404 403 403 403 404 404 403 403 403 401 401 pw
POST /certificates/:id/acts/:act  401 403 403 404 404 403 403 403 404 404 403 403 403 404 404 403 403 403 401 401 pw
GET /operating-procedures/:item   401 403 403 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  401 401 pw
GET /screen/:place                ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  pw
`

let stage: Stage
let owner: Citizen
let someone: Citizen
let callers: Record<string, Caller>
let no: string
let paper: string
let file: string
let draftUpload: string
let licence: Licensed

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  someone = await stage.citizen()
  no = await stage.file(owner)
  await stage.settle()
  const detail = (await owner.call('GET', `/cases/${no}`)).body as {
    papers: { id: string }[]
    materials: { files: { id: string }[] }[]
  }
  paper = detail.papers[0]!.id
  file = detail.materials.flatMap(({ files }) => files)[0]!.id
  draftUpload = ((await owner.upload()).body as { id: string }).id
  licence = await licensed(stage, owner)
  const gone = await stage.withEndedPost('clerk.shantou2')
  callers = {
    ...{ anon: stage.anonymous, own: owner, oth: someone, gone },
    out: await stage.signedOut('director.badou'),
    must: await stage.mustChange('clerk.badou2'),
  }
  for (const [column, login] of Object.entries(LOGINS)) callers[column] = await stage.as(login)
}, 120_000)

const LOGINS = {
  ...{
    clk: 'clerk.shantou',
    agt: 'agent.qiugu',
    rev: 'reviewer.shantou',
    app: 'approver.shantou',
    iss: 'issuer.shantou',
  },
  ...{
    dir: 'director.shantou',
    clk2: 'clerk.boshan',
    rev2: 'reviewer.boshan',
    app2: 'approver.boshan',
    iss2: 'issuer.boshan',
  },
  ...{
    dir2: 'director.boshan',
    sup: 'supervisor',
    sys: 'admin.system',
    sec: 'admin.security',
    aud: 'admin.audit',
  },
}

/** What a power is given or taken back by. */
const DOCUMENT = { title: '关于下放事项的决定', number: '博政字〔2026〕9号', on: '2026-03-01' }

/** What is sent where a route needs more than its path. */
const BODIES: Record<string, unknown> = {
  'POST /cases/:no/reveal': { reason: '电话核实申请人信息' },
  'POST /cases/:no/acts/:act': { input: { opinion: 'grant', text: '符合条件' } },
  'POST /rectifications/:id/reveal': { reason: '电话核实评价人反映的情况' },
  'POST /licences/:number/acts/:act': { input: { reason: '陈述申辩成立' } },
  'POST /rectifications/:id/acts/:act': { input: { finding: 'true', text: '情况属实' } },
  'PUT /session/password': { old: 'not-my-password', new: 'short' },
  'POST /accounts': { login: 'new.person', person: 'nobody-known' },
  'PUT /session/post': { post: 'post-of-nobody' },
  'POST /drafts': {
    citizenId: demoPerson(778).citizenId,
    name: demoPerson(778).name,
    item: 'elderly-allowance',
    form: {},
  },
  'POST /applicants/name-check': { idKind: 'citizen-id', idNumber: '370304190001010000', name: '测试甲' },
  'POST /drafts/pick-up': { code: '00000000', idTail: '0000' },
  'POST /drafts/:id/file': {
    ...{ item: 'elderly-allowance', itemVersion: 1, acceptPlace: 'centre-370304004', delivery: 'window' },
    ...{ form: {}, materials: [] },
  },
  'POST /posts/:id/end': { reason: '岗位调整到别处' },
  'POST /powers': {
    ...{
      items: ['tree-felling-permit'],
      body: 'town-370304113',
      places: [],
      kind: 'delegated',
      by: 'approval-bureau',
    },
    ...{ powers: ['decide'], from: '2026-04-01', document: DOCUMENT },
  },
  'POST /ground/places/:id/change': { phone: '0533-0000001', from: '2026-03-16', basis: '示例文件1号' },
  'POST /ground/bodies/:id/change': { name: '示例机构', from: '2026-03-16', basis: '示例文件1号' },
  'POST /ground/places/:id/standard': {
    name: 'signDesign',
    value: '示例',
    from: '2026-03-16',
    basis: '示例文件1号',
  },
  'POST /ground/offices': {
    ...{
      town: 'town-370304113',
      name: '示例审批服务所',
      shortName: '示例所',
      from: '2026-03-16',
      basis: '示例文件1号',
    },
  },
  'POST /ground/reforms': {
    ...{ subject: 'place', kind: 'abolish', of: ['point-unknown'], into: [] },
    ...{ from: '2026-04-01', basis: '示例文件1号' },
  },
  'POST /ground/changes/:id/withdraw': { reason: '文件改期' },
  'POST /ground/served': { region: '370304113205', from: '2026-03-16', basis: '示例文件1号' },
  'POST /powers/:id/amend-power': { to: null, document: DOCUMENT },
  'POST /powers/:id/take-back': { on: '2026-04-01', document: DOCUMENT, reason: '机构职能调整' },
  'POST /seals': { kind: 'centre', body: 'town-370304113', from: '2026-04-01' },
  'POST /seals/:id/bind': {
    holder: 'town-370304113',
    items: ['tree-felling-permit'],
    reason: '调整持章单位',
  },
  'POST /seals/:id/suspend': { reason: '例行检查' },
  'POST /seals/:id/resume': { reason: '例行检查' },
  'POST /seals/:id/retire': { reason: '例行检查' },
  'POST /authoring/changes': { item: 'elderly-allowance', reason: '承诺时限调整' },
  'POST /authoring/new-items': {
    ...{ name: '示例补贴', reason: '新设事项', from: { kind: 'copy', item: 'elderly-allowance' } },
  },
  'POST /books/:book/begin/:act': { input: {} },
  'POST /utilities/owed': { utility: 'water', account: '37030412' },
  'POST /certificates': {
    ...{ type: 'guardian-appointed', wish: '示例证明内容。', purpose: '示例用途' },
    holder: { name: '测试甲', idNumber: '370304190001010013', phone: '19900000001' },
  },
  'POST /certificates/known': { idNumber: '370304190001010013' },
  'POST /certificates/:id/acts/:act': { input: {} },
  'POST /books/:book/entries/:id/acts/:act': { input: {} },
  'POST /guide-copies/sync': {},
  'POST /handbooks/:kind': {},
  'POST /guide-copies/edit': {
    ...{ channel: 'paper', place: CENTRE, item: 'elderly-allowance', field: 'fee', lines: ['不收费'] },
  },
  'POST /guide-copies/restore': { channel: 'paper', place: CENTRE, item: 'elderly-allowance' },
  'POST /item-subscriptions': { kind: 'domain', subject: 'elderly' },
  'POST /item-news/read': { upTo: '2026-11-30T00:00:00.000Z' },
  'POST /authoring/changes/:id/acts/:act': { input: { text: '请核对电话' } },
  'POST /item-imports/:run/rows/:n/mend': { fields: { taskName: '示例补贴' } },
  'POST /item-imports/:run/rows/:n/set-aside': { reason: '本次不导入' },
  'POST /item-imports/:run/set-aside': { reason: '本次不导入' },
  'POST /item-imports/:run/confirm': {},
  'POST /item-imports/:run/drop': {},
  'POST /directory-lines/:id/begin': { domain: 'elderly' },
  'PUT /outside-systems/:id': { name: '示例系统', owner: '示例单位', mode: 'none' },
  'PUT /outside-items/:system/:code': { name: '示例事项', item: null },
  'POST /notices/read': { upTo: '2026-11-30T00:00:00.000Z' },
  'POST /saved-lists': { page: 'cases', name: '我的条件', search: { queue: 'open' }, first: false },
  'PUT /list-columns': { page: 'cases', columns: ['matter', 'due'] },
  'PUT /saved-lists/:id': { first: true },
  'PUT /duty/:post/cover': { cover: null },
  'POST /duty/:post/absences': { from: '2026-12-01', to: '2026-12-01', kind: 'leave' },
}

const ROWS = EXPECTED.trim()
  .split('\n')
  .map((line) => {
    const [method, path, ...cells] = line.trim().split(/\s+/)
    return { route: `${method} ${path}`, method: method!, path: path!, cells }
  })

/** Whose id a path asks for. */
function idIn(path: string): string {
  if (path.startsWith('/licences')) return licence.paper
  if (path.includes('/papers/')) return paper
  if (path.includes('/cases/')) return file
  if (path.startsWith('/files')) return draftUpload
  return path.startsWith('/items') ? 'tree-felling-permit' : NOBODY
}

/** The owner's case is filed only when the stage stands. */
const bodyOf = (route: string): unknown =>
  route === 'POST /case-papers/print' ? { numbers: [no], papers: ['receipt'], duplex: false } : BODIES[route]

/** A path about the owner's case, or about one that never was. */
function filled(path: string, which: 'own' | 'missing' = 'own'): string {
  const real = which === 'own'
  const id = path.startsWith('/indicators') ? 'on-time-rate' : idIn(path)
  return path
    .replace(':no', real ? no : NO_CASE)
    .replace(':number', encodeURIComponent(real ? licence.number : NO_CASE))
    .replace(':id', real ? id : NOBODY)
    .replace(':act', 'review')
    .replace(':place', CENTRE)
    .replace(':book', 'no-such-book')
    .replace(':photo', NOBODY)
    .replace('/:area/:kind/', '/370304/item/')
    .replace(':subject', 'elderly-allowance')
    .concat(QUERIES[path] ?? '')
    .replace(':list', 'no-such-list')
    .replace(':version', '1')
    .replace(':run', NOBODY)
    .replace(/:n(?![a-z])/, '1')
    .replace(':channel/:item', 'paper/elderly-allowance')
    .replace(/^\/operating-procedures\/:item$/, '/operating-procedures/elderly-allowance')
    .replace('/:kind/:edition', '/town/1')
    .replace(/^\/handbooks\/:kind/, '/handbooks/town')
    .replace(':system', 'minzheng')
    .replace(':code', 'MZ-1')
}

/** What a path has to be asked with. */
const QUERIES: Record<string, string> = {
  '/item-subscriptions/items': '?area=370304',
  '/standard-papers/touches': `?name=${encodeURIComponent('居民身份证')}`,
}

const NOBODY = '01900000-0000-7000-8000-000000000000'
const NO_CASE = '3703045000202603160099990'

function short({ status, body }: Reply): string {
  const { code } = (typeof body === 'object' && body !== null ? body : {}) as { code?: string }
  if (status < 300) return 'ok'
  if (code === 'password-must-change') return 'pw'
  if (status === 401 || status === 403 || status === 404) return String(status)
  return status === 409 ? 'no' : `${status} ${code}`
}

test('every row of the table answers each of the roles as the table says', async () => {
  const actual: string[] = []
  for (const { route, method, path } of ROWS) {
    const cells: string[] = []
    for (const column of COLUMNS)
      cells.push(short(await callers[column]!.call(method, filled(path), bodyOf(route))))
    actual.push([route.padEnd(33), ...cells.map((cell) => cell.padEnd(3))].join(' ').trimEnd())
  }
  expect(actual.join('\n')).toBe(EXPECTED.trim())
  expect(stage.faults).toEqual([])
}, 120_000)

test.each(ROWS.filter(({ path }) => /:no|:number/.test(path) || path.startsWith('/files/')))(
  '$route: what is not yours looks exactly like what does not exist',
  async ({ route, method, path, cells }) => {
    for (const [index, column] of COLUMNS.entries()) {
      if (cells[index] !== '404') continue
      const [foreign, missing] = [
        await callers[column]!.call(method, filled(path), bodyOf(route)),
        await callers[column]!.call(method, filled(path, 'missing'), bodyOf(route)),
      ]
      expect([column, foreign.status, foreign.body, headersOf(foreign)]).toEqual([
        column,
        missing.status,
        missing.body,
        headersOf(missing),
      ])
    }
  },
)

test('a window elsewhere finds the line of a licence, and nothing of what was written about its holder', async () => {
  const path = `/licences/${encodeURIComponent(licence.number)}`
  const { name, citizenId, phone } = owner.person
  const line = { cases: [], parts: [], clocks: [], story: [], papers: [], allowed: [] }
  for (const column of ['clk2', 'dir2']) {
    const { body } = await callers[column]!.call('GET', path)
    expect([column, body]).toMatchObject([column, { ...line, summary: { number: licence.number } }])
    for (const secret of [name, citizenId, phone, licence.no, '不具备法定条件'])
      expect([column, secret, JSON.stringify(body).includes(secret)]).toEqual([column, secret, false])
  }
  for (const column of ['clk', 'rev', 'dir', 'sup']) {
    const { body } = await callers[column]!.call('GET', path)
    expect([column, JSON.stringify(body)]).toEqual([column, expect.stringContaining('不具备法定条件')])
  }
})

/** All but the moment. */
function headersOf({ headers: { date: _date, ...headers } }: Reply) {
  return headers
}

test('filing belongs to citizens, windows and stations; nobody else leaves even a trace', async () => {
  const counts = () =>
    stage.house.db.query(
      'SELECT (SELECT count(*) FROM party.party) AS parties, (SELECT count(*) FROM cases.case_view) AS cases',
    )
  const filing = { ...(await stage.filing(owner)), materials: [] }
  const form = { ...filing.form, name: demoPerson(777).name, citizenId: demoPerson(777).citizenId }
  const before = await counts()
  const actual: string[] = []
  for (const column of [
    'anon',
    'agt',
    'rev',
    'app',
    'iss',
    'dir',
    'sup',
    'sys',
    'sec',
    'aud',
    'gone',
    'out',
    'must',
  ]) {
    const reply = await callers[column]!.call('POST', '/cases', { ...filing, form })
    actual.push(`${column} ${short(reply)}`)
  }
  expect(actual).toEqual([
    'anon 401',
    'agt no',
    'rev 403',
    'app 403',
    'iss 403',
    'dir 403',
    'sup 403',
    'sys 403',
    'sec 403',
    'aud 403',
    'gone 401',
    'out 401',
    'must pw',
  ])
  expect(await counts()).toEqual(before)
})

test('uploads belong to those who file', async () => {
  const actual: string[] = []
  for (const [column, login] of Object.entries(LOGINS)) {
    const { cookie, csrfToken } = await stage.as(login)
    const { payload, headers } = multipart()
    const reply = await stage.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      payload,
      headers: { ...headers, cookie, 'x-csrf-token': csrfToken },
    })
    if (reply.statusCode === 200) actual.push(column)
  }
  expect(actual).toEqual(['clk', 'agt', 'clk2'])
})

test('a file somebody else uploaded cannot be handed in, and looks like one that never was', async () => {
  const theirs = ((await someone.upload()).body as { id: string }).id
  const filing = await stage.filing(owner)
  const withFile = (id: string) => ({ ...filing, materials: [{ ...filing.materials[0]!, files: [id] }] })
  const [foreign, missing] = [
    await owner.call('POST', '/cases', withFile(theirs)),
    await owner.call('POST', '/cases', withFile(NOBODY)),
  ]
  expect(foreign.body).toMatchObject({ code: 'file-not-yours' })
  // Named is the file that was asked about, and nothing beside it.
  const told = ({ status, body }: typeof foreign, id: string) => [
    status,
    JSON.stringify(body).replace(id, ''),
  ]
  expect(told(foreign, theirs)).toEqual(told(missing, NOBODY))
})

test('a picture for a book comes from whoever writes in one with pictures', async () => {
  const { payload, headers } = multipart(png(), 'wall.png')
  const cells: string[] = []
  for (const column of COLUMNS)
    cells.push(`${column} ${short(await callers[column]!.call('POST', '/books/photos', payload, headers))}`)
  const letIn = cells.filter((cell) => cell.endsWith(' ok'))
  expect(letIn).toEqual(['dir ok', 'dir2 ok'])
  expect(cells.filter((cell) => !/ (ok|401|403|pw)$/.test(cell))).toEqual([])
})

test('every route the server answers stands in the tables of these tests', () => {
  const listed = new Set(ROWS.map(({ route }) => route))
  const inContracts = Object.values(CONTRACTS)
    .flatMap((routes) => Object.values(routes))
    .map(({ method, path }) => `${method} ${path}`)
  const api = stage.routes
    .filter(({ url }) => url.startsWith('/api/v1'))
    .map(({ method, url }) => `${method} ${url.slice('/api/v1'.length)}`)
  const elsewhere = new Set([...TESTED_BELOW, ...PUBLIC, ...ENDLESS])
  expect(api.filter((route) => !listed.has(route) && !elsewhere.has(route))).toEqual([])
  expect(inContracts.filter((route) => !api.includes(route))).toEqual([])
  expect([...listed].filter((route) => !api.includes(route))).toEqual([])
})

/** With outcomes of their own in this file. */
const TESTED_BELOW = ['POST /session', 'DELETE /session', 'POST /cases', 'POST /files', 'POST /books/photos']
/** A stream that an injected request would wait for; `screen-stream.db.test.ts` listens to it. */
const ENDLESS = ['GET /screen/:place/events']
/** Demo mode only. */
const PUBLIC = ['GET /demo/accounts']

test('what is served outside the interface is on this list', () => {
  const pages = stage.routes
    .filter(({ url }) => !url.startsWith('/api/v1') && !url.startsWith('/staff'))
    .map(({ method, url }) => `${method} ${url}`)
  const listed = new Set([...FOR_MACHINES, ...PAGES.map(({ route }) => route)])
  expect(
    pages.filter((route) => !listed.has(route) && !/^GET \/assets\/[\w.-]+\.(css|js)$/.test(route)),
  ).toEqual([])
  expect([...listed].filter((route) => !pages.includes(route))).toEqual([])
})

/** They carry no personal data and nothing of a case. */
const FOR_MACHINES = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /api/openapi.json']
