import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useRef } from 'react'

/** A mutation that sends one thing at a time: the second press of a double click comes before the screen can say “busy”. */
export function useSend<Reply, Input>(options: Omit<UseMutationOptions<Reply, Error, Input>, 'onSettled'>) {
  const sending = useRef(false)
  const mutation = useMutation({
    ...options,
    onSettled: () => {
      sending.current = false
    },
  })
  const mutate: typeof mutation.mutate = (...sent) => {
    if (sending.current) return
    sending.current = true
    mutation.mutate(...sent)
  }
  return { ...mutation, mutate }
}
