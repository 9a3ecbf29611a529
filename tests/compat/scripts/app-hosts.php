<?php
/* SPDX-License-Identifier: MIT
 *
 * Routes for one host, for any, and a Host header that fits none.
 *
 * @needs port8843
 */
$app = new Ratchet\App('chat.example', $argv[1], '0.0.0.0');
$app->route('/echo', new Ratchet\Server\EchoServer, ['*']);
$app->route('/any', new Ratchet\Server\EchoServer, ['*'], '');
$app->route('/other', new Ratchet\Server\EchoServer, ['*'], 'other.example');
echo "listening on tcp://0.0.0.0:$argv[1]\n";
$app->run();
