<?php
/* SPDX-License-Identifier: MIT
 *
 * A request without Origin where origins are checked.
 *
 * @needs port8843
 */
$app = new Ratchet\App('localhost', $argv[1]);
$app->route('/own', new Ratchet\Server\EchoServer);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
