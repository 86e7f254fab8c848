import {
  type DataCallback,
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node.js';

const notInitialized = -32002;

/** How far a session is: not yet begun, under way, or shut down and about to end. */
type Phase = 'new' | 'open' | 'shut';

/** A reader that keeps to the order of the protocol: what comes before `initialize` or after `shutdown` is refused. */
export function keepOrder(reader: MessageReader, writer: MessageWriter): MessageReader {
  let phase: Phase = 'new';
  const refuse = (id: number | string | null, code: number, message: string) =>
    writer.write({ jsonrpc: '2.0', id, error: { code, message } } as Message);
  const take = (message: Message, pass: DataCallback) => {
    if (Message.isNotification(message)) {
      if (phase === 'open' || message.method === 'exit') pass(message);
      return undefined;
    }
    if (!Message.isRequest(message)) return pass(message);
    const { id, method } = message;
    if (phase === 'shut') return refuse(id, ErrorCodes.InvalidRequest, 'the server was shut down');
    const begins = method === 'initialize';
    if (phase === 'new' && !begins) return refuse(id, notInitialized, 'the server was not initialized');
    if (phase === 'open' && begins)
      return refuse(id, ErrorCodes.InvalidRequest, 'the server was initialized before');
    if (begins && (typeof message.params !== 'object' || message.params === null))
      return refuse(id, ErrorCodes.InvalidParams, 'initialize needs its parameters');
    phase = method === 'shutdown' ? 'shut' : 'open';
    return pass(message);
  };
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) => reader.listen((message) => void take(message, callback)),
    dispose: () => reader.dispose(),
  };
}
