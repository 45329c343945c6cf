let token: string | undefined

export function csrfToken(): string | undefined {
  return token
}

export function keepCsrfToken(next: string): void {
  token = next
}
