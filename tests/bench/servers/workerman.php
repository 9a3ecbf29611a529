<?php
/* SPDX-License-Identifier: MIT
 *
 * Workerman: echo, or a broadcast to all its connections.
 *
 *     php workerman.php PORT echo|chat path/to/vendor/autoload.php
 */

use Workerman\Connection\TcpConnection;
use Workerman\Worker;

[, $port, $work, $autoload] = $argv;
require $autoload;

$argv = $_SERVER['argv'] = [__FILE__, 'start']; /* Workerman reads its own command there */
Worker::$pidFile = sys_get_temp_dir() . "/wschat-bench-workerman-$port.pid";
Worker::$logFile = '/dev/null';
TcpConnection::$defaultMaxPackageSize = 64 << 20;
TcpConnection::$defaultMaxSendBufferSize = 64 << 20;

$worker = new Worker("websocket://127.0.0.1:$port", ['socket' => ['backlog' => 4096]]);
$worker->count = 1;
$worker->onMessage = $work === 'echo'
    ? fn(TcpConnection $from, string $message) => $from->send($message)
    : function (TcpConnection $from, string $message) use ($worker): void {
        foreach ($worker->connections as $connection) {
            $connection->send($message);
        }
    };
Worker::runAll();
