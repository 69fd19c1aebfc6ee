/** A name that nobody else gives: 128 random bits, in hexadecimal. Unlike `crypto.randomUUID`, it is there on a page served without TLS too. */
export const newName = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
