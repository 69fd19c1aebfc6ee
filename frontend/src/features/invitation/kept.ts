/**
 * The secret of an invitation, between the opening of its link and the answer: who has no account signs in first, by a link that opens
 * another tab. It is kept in this browser only, and goes with the answer.
 */
const KEY = "ombelle.invitation";

export function keepInvitation(token: string): void {
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // Storage is refused: the invitation shows on the page of the space all the same when it was sent to one's own address.
  }
}

export function keptInvitation(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function forgetInvitation(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
