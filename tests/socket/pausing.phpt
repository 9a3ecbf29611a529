--TEST--
pause() and resume(): of a connection nothing comes meanwhile, not even the end; a server accepts nobody
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$server->pause();
$server->pause();
$count = 0;
$server->on('connection', function ($c) use (&$count, &$connection) {
    echo 'connection ', ++$count, "\n";
    $connection = $c;
    tell($c, ' ', 'data', 'end', 'close');
    $c->pause();
});
$client = new Client($loop, $server->getAddress());
$turned = false;
$loop->addTimer(0.02, function () use (&$turned) { $turned = true; });
run($loop, function () use (&$turned) { return $turned; });
var_dump($count);
$server->resume();
$server->resume();
run($loop, function () use (&$count) { return $count === 1; });
$client->write('data')->shutdown();
$turned = false;
$loop->addTimer(0.02, function () use (&$turned) { $turned = true; });
run($loop, function () use (&$turned) { return $turned; });
echo "resume\n";
$connection->resume();
$connection->resume();
$server->pause();
$server->close();
$server->resume();
$server->pause();
run($loop);
var_dump($server->getAddress());
?>
--EXPECT--
int(0)
connection 1
resume
  end
  close
NULL
