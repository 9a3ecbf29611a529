--TEST--
What listeners throw comes out of run(), which can run again; nothing else is lost
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$thrown = [];
$throw = function (string $what) use (&$thrown) {
    return function () use ($what, &$thrown) {
        if (!isset($thrown[$what])) {
            $thrown[$what] = true;
            throw new RuntimeException("in $what");
        }
    };
};
$server->on('connection', $throw('connection'));
$server->on('connection', function ($c) use ($throw, $server) {
    $c->on('data', $throw('data'));
    $c->on('data', function ($data) use ($c) { echo "data $data\n"; $c->write(str_repeat('x', 70000)); });
    $c->on('drain', $throw('drain'));
    $c->on('drain', function () { echo "second drain\n"; });
    $c->on('end', $throw('end'));
    $c->on('close', function () use ($server) { echo "close\n"; $server->close(); });
    $c->on('close', $throw('close'));
    $c->on('close', function () { echo "not reached\n"; });
    $GLOBALS['connection'] = $c;
});
$lost = new Client($loop, $server->getAddress());
$catch = function (callable $until) use ($loop) {
    for (;;) {
        try {
            run($loop, $until);
            return;
        } catch (RuntimeException $e) {
            echo $e->getMessage(), "\n";
        }
    }
};
$catch(function () use (&$thrown) { return isset($thrown['connection']); });
$client = new Client($loop, $server->getAddress());
$client->write('first');
$catch(function () use (&$thrown) { return isset($thrown['data']); });
$client->write('second');
$catch(fn() => strlen($client->got) === 70000);
$client->write('third');
$catch(fn() => strlen($client->got) === 140000);
$client->shutdown();
$catch(fn() => $client->ended);
var_dump(is_resource($connection->stream), count($connection->listeners()));
$lost->close();
run($loop);
?>
--EXPECT--
in connection
in data
data second
in drain
data third
second drain
in end
close
in close
bool(false)
int(0)
