/** Words that fill a place without saying anything. */
const EMPTY =
  /^(待定|待补充|待完善|暂无|另行通知|详见窗口|按规定|按有关规定|依法办理|符合要求|齐全有效|无)[。]?$/u

/** Whether a text tells its reader something. */
export function says(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && !EMPTY.test(text.trim())
}
