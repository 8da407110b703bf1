/** An error that the person who starts a build can put right. Its message is enough, so it has no stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  override stack = '';
}
