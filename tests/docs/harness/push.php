<?php
/* SPDX-License-Identifier: MIT
 *
 * The server's end of the socket that a controller writes to.
 */

require __DIR__ . '/../prelude.inc';

$listening = stream_socket_server('unix://' . getenv('DOCS_FOLDER') . '/push.sock');
require $argv[1];
echo 'got ', fgets(stream_socket_accept($listening));
