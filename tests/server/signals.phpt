--TEST--
WsChat\Server: SIGTERM and SIGINT stop all servers, exit status 0; a second one ends the process
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_function("posix_kill", "pcntl_fork"); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* Not serve(), which has a handler of its own. */
$script = 'require ' . var_export(__DIR__ . '/app.inc', true) . ';
    use Ratchet\Server\IoServer; use Ratchet\Http\HttpServer; use Ratchet\WebSocket\WsServer;
    $layers = fn() => new HttpServer(new WsServer(new App));
    $second = IoServer::factory($layers(), 0, "127.0.0.1");
    App::$ioServer = IoServer::factory($layers(), 0, "127.0.0.1");
    announce(App::$ioServer);
    App::$ioServer->run();
    echo "over, ", App::$closes, " closed\n";';

foreach ([SIGTERM, SIGINT] as $signal) {
    $server = TestServer::code($script);
    $client = WsClient::connect($server->port)->sync();
    $server->signal($signal);
    $client->expectClose(1001)->close(1001)->expectEof();
    echo $server->wait(), ' ', $server->out(), $server->err();
}

echo "--- a second one, while the client does not answer\n";
$server = TestServer::code($script);
$client = WsClient::connect($server->port)->sync();
$server->signal(SIGTERM);
$client->expectClose(1001);
$server->signal(SIGTERM);
$client->readAll();
echo $server->wait() === 0 ? 'ended in order' : 'ended', "\n", $server->out();

echo "--- the script's own handler\n";
$server = TestServer::code('pcntl_async_signals(true); pcntl_signal(SIGTERM, function () { echo "mine\n"; exit(3); });' . $script);
$server->signal(SIGTERM);
echo $server->wait(), ' ', $server->out(), $server->err();

echo "--- a child that was forked\n";
$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . ';
    App::$ioServer = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App)), 0, "127.0.0.1");
    announce(App::$ioServer);
    App::$ioServer->run();');
$client = WsClient::connect($server->port);
$client->text('$pid = pcntl_fork(); if ($pid === 0) { while (true) { sleep(1); } }
    posix_kill($pid, SIGTERM); pcntl_waitpid($pid, $status); return pcntl_wtermsig($status);')->expectText((string) SIGTERM);
$server->signal(SIGTERM);
$client->expectClose(1001)->close(1001)->expectEof();
echo $server->wait(), ' ', $server->out(), $server->err();
?>
--EXPECT--
0 over, 1 closed
0 over, 1 closed
--- a second one, while the client does not answer
ended
--- the script's own handler
3 mine
--- a child that was forked
0 
