--TEST--
WsChat\Server: stop() cuts connections of React's at its deadline: onClose() comes once for each, and run() returns
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . ';
    $loop = React\EventLoop\Loop::get();
    $loop->addPeriodicTimer(1000, function () {});
    /* A layer of the script: its connections are not the engine\'s. */
    $socket = new React\Socket\LimitingServer(new React\Socket\TcpServer(0, $loop), null);
    App::$ioServer = new Ratchet\Server\IoServer(
        new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App)), $socket, $loop);
    announce(App::$ioServer);
    App::$ioServer->run();
    echo "run() is over, ", App::$closes, " closed\n";');
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$b->text('$from->send(str_repeat("x", 32 << 20)); echo "sent\n";'); /* and is not read */
$server->waitOut("sent\n");
$a->text('$server->stop(0.05);')->expectClose(1001);
$server->waitOut('run() is over');
echo $server->wait(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
sent
run() is over, 2 closed
