<?php
/* SPDX-License-Identifier: MIT
 *
 * Listeners of a socket: once, removed ones, all removed, and an event that a
 * script emits itself.
 */
use React\Socket\ConnectionInterface;

$socket = new React\Socket\SocketServer('127.0.0.1:0');
$never = fn() => print("never\n");
$socket->on('connection', $never);
$socket->removeListener('connection', $never);
$socket->once('connection', fn() => print("once\n"));
$socket->on('connection', fn(ConnectionInterface $connection) => $connection->end("first\n"));
$socket->on('mine', fn(...$arguments) => print('mine ' . json_encode($arguments) . "\n"));
$socket->emit('mine', [1, 'two']);
$socket->emit('mine');
$socket->emit('nobody', ['x']);
echo json_encode([count($socket->listeners()), array_keys($socket->listeners()), count($socket->listeners('mine')), $socket->listeners('none')]), "\n";
$socket->removeAllListeners('mine');
$socket->emit('mine');
echo count($socket->listeners()), "\n";
React\EventLoop\Loop::addTimer(60, fn() => null);
echo 'listening on ', $socket->getAddress(), "\n";
