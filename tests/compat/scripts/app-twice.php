<?php
/* SPDX-License-Identifier: MIT
 *
 * Two Apps in one program, which both want the port of Flash's policies.
 *
 * @needs port8843
 */
$loop = React\EventLoop\Loop::get();
$first = new Ratchet\App('localhost', $argv[1], '127.0.0.1', $loop);
$first->route('/echo', new Ratchet\Server\EchoServer, ['*']);
$second = new Ratchet\App('localhost', '0', '127.0.0.1', $loop);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$loop->run();
