import { Button } from 'antd'
import { useLargerText } from '../look/larger-text.ts'
import { shellWords } from './words.ts'

export function LargerTextButton() {
  const [larger, choose] = useLargerText()
  return <Button onClick={() => choose(!larger)}>{larger ? shellWords.normal : shellWords.larger}</Button>
}
