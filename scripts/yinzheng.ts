#!/usr/bin/env node
// The command of the installed package: one word for each command that the project has.

const USAGE = `Answers questions about a folder of news, in Chinese and English, with exact citations.

  yinzheng start               indexes the articles where they changed, serves the chat and the API
  yinzheng serve               serves the index as it is
  yinzheng index [path…]       makes the index of files and folders
  yinzheng ask "question"      answers at the terminal
  yinzheng summarize           cited summaries, timelines, events
  yinzheng mcp                 the Model Context Protocol on standard input and output

Each says more with --help; where it speaks of npm run NAME --, yinzheng NAME is meant. The index is in
.yinzheng in the folder you stand in (DATA_PATH), settings are in a file .env there.
`;

interface Command {
  readonly load: () => Promise<unknown>;
  readonly words?: readonly string[];
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: { load: () => import('../src/main.ts') },
  serve: { load: () => import('../src/main.ts'), words: ['--no-index'] },
  index: { load: () => import('./index.ts') },
  ask: { load: () => import('./ask.ts') },
  summarize: { load: () => import('./summarize.ts') },
  mcp: { load: () => import('./mcp.ts') },
};

const [name = '--help', ...words] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command !== undefined) {
  // Each command reads its words from process.argv, as if it had been started by itself.
  process.argv.splice(2, process.argv.length, ...(command.words ?? []), ...words);
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  await command.load();
} else if (name === '--help' || name === '-h') {
  process.stdout.write(USAGE);
} else {
  process.stderr.write(`Expected one of ${Object.keys(COMMANDS).join(', ')}; got "${name}".\n`);
  process.exitCode = 2;
}
