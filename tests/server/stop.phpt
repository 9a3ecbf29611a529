--TEST--
WsChat\Server: stop() closes with 1001, each onClose() once, run() returns though timers are left
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . ';
    React\EventLoop\Loop::addPeriodicTimer(1000, function () {});
    serve_app(new App);
    echo "run() is over, ", App::$closes, " closed, port ", json_encode(WsChat\Server::from(App::$ioServer)->port()), "\n";');
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$half = new WsClient($server->port);
$half->write("GET / HTTP/1.1\r\nHost:");
$silent = new WsClient($server->port);
$a->text('return $server->port() === ' . $server->port . ' ? $server->address() : "no";')->expectText('127.0.0.1');

/* What the callback that stops sends goes out before the Close. */
$a->text('$server->stop(); $server->stop(60); return "last words " . $server->broadcast("good-bye", $from);');
$a->expectText('last words 1')->expectClose(1001);
$b->expectText('good-bye')->expectClose(1001);
$a->close(1001)->expectEof();
$b->close(1001)->expectEof();
echo $half->readHead()->status, "\n";
$half->expectEof();
$silent->expectEof();
$server->waitOut('run() is over');
echo $server->wait(), "\n", $server->out(), $server->err();
?>
--EXPECT--
503
0
run() is over, 2 closed, port null
