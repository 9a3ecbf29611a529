--TEST--
Packages of React run on the native loop: react/socket, react/child-process, and React's own loop beside it
--SKIPIF--
<?php
require __DIR__ . '/vendor_react.inc';
try {
    react_vendor();
} catch (RuntimeException $e) {
    die('skip ' . $e->getMessage());
}
?>
--FILE--
<?php
require __DIR__ . '/loop.inc';
require __DIR__ . '/vendor_react.inc';
require react_vendor() . '/autoload.php';

use React\EventLoop\Loop;

foreach (['React\EventLoop\LoopInterface', 'React\EventLoop\Loop', 'React\EventLoop\Factory', 'React\EventLoop\StreamSelectLoop',
    'React\ChildProcess\Process', 'React\Promise\Promise'] as $name) {
    echo $name, ': ', (new ReflectionClass($name))->isInternal() ? 'native' : 'vendor', "\n";
}
echo get_class(Loop::get()), "\n";

echo "--- a client and a server over TCP\n";
$server = new React\Socket\SocketServer('127.0.0.1:0');
$server->on('connection', function (React\Socket\ConnectionInterface $connection) {
    $connection->on('data', fn($data) => $connection->write(strtoupper($data)));
});
(new React\Socket\TcpConnector(Loop::get()))->connect($server->getAddress())->then(
    function (React\Socket\ConnectionInterface $connection) use ($server) {
        $received = 0;
        $connection->on('data', function ($data) use ($connection, &$received) {
            $received += strlen($data);
            if ($received === 1000000) {
                $connection->end();
            }
        });
        $connection->on('close', function () use ($server, &$received) {
            echo "$received bytes, then closed\n";
            $server->close();
        });
        $connection->write(str_repeat('x', 1000000));
    },
    fn($e) => print($e->getMessage())
);
(new React\Socket\TcpConnector(Loop::get()))->connect('127.0.0.1:1')->then(
    fn() => print("connected\n"),
    fn($e) => print("refused\n")
);
Loop::run();

echo "--- a process\n";
$process = new React\ChildProcess\Process('read line; echo "out: $line"; echo "err" >&2; exit 7');
$process->start();
$process->stdout->on('data', fn($data) => print("$data"));
$process->stderr->on('data', fn($data) => print("$data"));
$process->on('exit', fn($code, $signal) => print("exit $code\n"));
$process->stdin->end("a line\n");
Loop::run();

echo "--- react/event-loop's own loop, and back\n";
$own = new React\EventLoop\StreamSelectLoop;
Loop::set($own);
var_dump(Loop::get() === $own);
[$a, $b] = pair();
$stream = new React\Stream\DuplexResourceStream($a);
$stream->on('data', function ($data) use ($stream) {
    echo $data, "\n";
    $stream->close();
});
fwrite($b, 'on the loop in PHP');
Loop::run();
$timer = $own->addTimer(1000, 'strlen');
React\EventLoop\Factory::create()->cancelTimer($timer); /* of another loop: ignored */
echo get_class(Loop::get()), "\n";
[$a, $b] = pair();
$stream = new React\Stream\ReadableResourceStream($a);
$stream->on('data', fn($data) => print("$data\n"));
$stream->on('end', fn() => print("end\n"));
fwrite($b, 'on the native loop, at the end of the script');
fclose($b);
Loop::run();
?>
--EXPECT--
React\EventLoop\LoopInterface: native
React\EventLoop\Loop: native
React\EventLoop\Factory: native
React\EventLoop\StreamSelectLoop: vendor
React\ChildProcess\Process: vendor
React\Promise\Promise: vendor
WsChat\Loop
--- a client and a server over TCP
refused
1000000 bytes, then closed
--- a process
out: a line
err
exit 7
--- react/event-loop's own loop, and back
bool(true)
on the loop in PHP
WsChat\Loop
on the native loop, at the end of the script
end
