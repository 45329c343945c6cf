/**
 * Every page and form of the citizens' web, and the screens of the halls. What anonymous, the owner, another citizen and an officer signed in at the workbench
 * get: a status, or `in` for the way to the sign-in page. `:draft`, `:no` and the rest are the owner's; the receipt of an objection (`:objection`) is the other citizen's.
 */
const TABLE = `
GET  /                                        200 200 200 200
GET  /accessibility                           200 200 200 200
GET  /display                                 200 200 200 200
GET  /areas                                   404 404 404 404
GET  /domains/:domain                         200 200 200 200
GET  /help                                    200 200 200 200
GET  /near                                    200 200 200 200
GET  /offline                                 200 200 200 200
GET  /offline-worker.js                       200 200 200 200
GET  /scenes/:scene                           200 200 200 200
GET  /search                                  200 200 200 200
GET  /suggest                                 200 200 200 200
GET  /items/:item                             200 200 200 200
GET  /items/:item/apply                       200 200 200 200
GET  /items/:item/guide.pdf                   200 200 200 200
GET  /items/:item/guide-short.pdf             200 200 200 200
GET  /items/:item/form-blank.pdf              200 200 200 200
GET  /items/:item/form-sample.pdf             200 200 200 200
GET  /items/:item/result-sample.pdf           200 200 200 200
GET  /verify                                  200 200 200 200
GET  /verify/:token                           200 200 200 200
GET  /query                                   200 200 200 200
GET  /publicity                               200 200 200 200
GET  /publicity.rss                           200 200 200 200
GET  /publicity/:notice/objection             in  409 200 in
GET  /screen                                  302 302 302 302
GET  /screen/                                 200 200 200 200
GET  /screen/:place                           200 200 200 200
GET  /screen/worker.js                        200 200 200 200
GET  /register                                200 303 303 200
GET  /sign-in                                 200 303 303 200
GET  /my                                      in  200 200 in
GET  /my/data                                 in  200 200 in
GET  /my/licences                             in  200 200 in
GET  /my/licences/:number                     in  200 404 in
GET  /my/licences/:number/papers/:paper       in  200 404 in
GET  /my/licences/:number/acts/:act           in  303 404 in
GET  /my/objections/:objection                in  404 200 in
GET  /my/cases/:no                            in  200 404 in
GET  /my/cases/:no/submitted                  in  200 404 in
GET  /my/messages                             in  200 200 in
GET  /my/messages/settings                    in  200 200 in
GET  /my/cases/:no/supplement                 in  303 404 in
GET  /my/cases/:no/supplement/files/:file     in  404 404 in
GET  /my/cases/:no/acts/:act                  in  303 404 in
GET  /my/cases/:no/withdraw                   in  200 404 in
GET  /my/cases/:no/withdraw-promise           in  303 404 in
GET  /my/cases/:no/rating                     in  303 404 in
GET  /my/cases/:no/rating/thanks              in  200 404 in
GET  /my/cases/:no/papers/:paper              in  200 404 in
GET  /my/cases/:no/files/:file                in  200 404 in
GET  /apply/:draft                            in  303 404 in
GET  /apply/:draft/where                      in  200 404 in
GET  /apply/:draft/form                       in  200 404 in
GET  /apply/:draft/materials                  in  200 404 in
GET  /apply/:draft/files/:file                in  404 404 in
GET  /apply/:draft/check                      in  200 404 in
GET  /apply/:draft/reuse                      in  303 404 in
GET  /apply/:draft/way                        in  303 404 in
GET  /apply/:draft/counter                    in  200 404 in
GET  /apply/:draft/drop                       in  200 404 in
POST /display                                 303 303 303 303
POST /near                                    422 422 422 422
POST /elder                                   303 303 303 303
POST /sign-in                                 422 422 422 422
POST /sign-out                                303 -   -   303
POST /register                                422 422 422 422
POST /verify/:token                           422 422 422 422
POST /publicity/:notice/objection             in  422 422 in
POST /items/:item/apply                       in  303 303 in
POST /apply/:draft/where                      in  422 404 in
POST /apply/:draft/form                       in  422 404 in
POST /apply/:draft/materials                  in  303 404 in
POST /apply/:draft/materials/:material        in  422 404 in
POST /apply/:draft/materials/:material/remove in  404 404 in
POST /apply/:draft/reuse                      in  303 404 in
POST /apply/:draft/way                        in  303 404 in
POST /apply/:draft/uploads                    in  303 404 in
POST /apply/:draft/check                      in  422 404 in
POST /apply/:draft/counter                    in  303 404 in
POST /apply/:draft/drop                       in  -   404 in
POST /my/licences/:number/:kind               in  409 404 in
POST /my/licences/:number/acts/:act           in  303 404 in
POST /my/messages/:message                    in  303 404 in
POST /my/messages/read                        in  303 303 in
POST /my/messages/settings                    in  422 422 in
POST /my/cases/:no/supplement                 in  422 404 in
POST /my/cases/:no/uploads/:material          in  422 404 in
POST /my/cases/:no/supplement/uploads/:material in  422 404 in
POST /my/cases/:no/acts/:act                  in  303 404 in
POST /my/cases/:no/withdraw                   in  422 404 in
POST /my/cases/:no/withdraw-promise           in  422 404 in
POST /my/cases/:no/rating                     in  303 404 in
POST /my/data/delete                          in  404 404 in
POST /my/data/withdraw                        in  303 303 in
POST /query                                   422 422 422 422
GET  /ui                                      200 200 200 200
GET  /ui/tokens                               200 200 200 200
GET  /ui/:component                           200 200 200 200
GET  /ui/:component/:example                  200 200 200 200
GET  /kiosk/end                               303 303 303 303
GET  /kiosk/off                               303 303 303 303
POST /kiosk/off                               303 303 303 303
GET  /kiosk                                   200 200 200 200
`

export const PAGES = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [method, path, ...cells] = line.split(/\s+/)
    return { route: `${method} ${path}`, method: method as 'GET' | 'POST', path: path!, cells }
  })
