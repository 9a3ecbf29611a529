<?php
/* SPDX-License-Identifier: MIT
 *
 * bin/console of a Symfony application that has the command of the page, which is given
 * what the container would: the application of the server.
 */
// Needs symfony/console.

require $argv[2];
require __DIR__ . '/../prelude.inc';
require $argv[1];

$console = new Symfony\Component\Console\Application;
$command = new App\Command\ChatServeCommand(new App\Chat);
method_exists($console, 'addCommand') ? $console->addCommand($command) : $console->add($command);
$console->run(new Symfony\Component\Console\Input\ArgvInput(['console', 'chat:serve', '--port=' . getenv('DOCS_PORT')]));
