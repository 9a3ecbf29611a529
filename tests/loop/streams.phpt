--TEST--
Loop: streams of every kind are listened to, with the stream as the one argument; run() goes on while there is one
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();

echo "--- a socket pair\n";
[$a, $b] = pair();
$loop->addReadStream($a, function (...$arguments) use ($loop, $a) {
    $bytes = fread($a, 100);
    var_dump(count($arguments), $arguments[0] === $a, $bytes);
    if ($bytes === '') {
        $loop->removeReadStream($a);
    }
});
$loop->addWriteStream($b, function ($stream) use ($loop, $b) {
    var_dump($stream === $b);
    fwrite($b, 'hello');
    fclose($b);
    $loop->removeWriteStream($b); /* closed already */
});
$loop->run();

echo "--- the output of a process\n";
$process = proc_open(['sh', '-c', 'read line; echo "got $line"; exit 3'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
stream_set_blocking($pipes[1], false);
$loop->addReadStream($pipes[1], function ($stream) use ($loop) {
    echo $line = fgets($stream);
    if ($line === false) {
        $loop->removeReadStream($stream);
    }
});
$loop->futureTick(function () use ($pipes) {
    fwrite($pipes[0], "a line\n");
    fclose($pipes[0]);
});
$loop->run();
var_dump(proc_close($process));

echo "--- UDP\n";
$server = stream_socket_server('udp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND);
$client = stream_socket_client('udp://' . stream_socket_get_name($server, false));
$loop->addReadStream($server, function ($server) use ($loop) {
    echo $datagram = stream_socket_recvfrom($server, 100, 0, $peer), "\n";
    stream_socket_sendto($server, "re: $datagram", 0, $peer);
    $loop->removeReadStream($server);
});
$loop->addReadStream($client, function ($client) use ($loop) {
    echo fread($client, 100), "\n";
    $loop->removeReadStream($client);
});
fwrite($client, 'datagram');
$loop->run();

echo "--- TCP: accept, connect without waiting\n";
$server = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false), $errno, $error, 0,
    STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
$loop->addReadStream($server, function ($server) use ($loop, &$accepted) {
    $accepted = stream_socket_accept($server, 0);
    fwrite($accepted, "welcome\n");
    $loop->removeReadStream($server);
});
$loop->addWriteStream($client, function ($client) use ($loop) {
    echo "connected\n";
    $loop->removeWriteStream($client);
    $loop->addReadStream($client, function ($client) use ($loop) {
        echo fgets($client);
        $loop->removeReadStream($client);
    });
});
$loop->run();

echo "--- a connection that is refused can be written, too\n";
$address = stream_socket_get_name($server, false);
fclose($server);
$client = stream_socket_client("tcp://$address", $errno, $error, 0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
$loop->addWriteStream($client, function ($client) use ($loop) {
    var_dump(stream_socket_get_name($client, true));
    $loop->removeWriteStream($client);
});
$loop->run();

echo "--- a regular file is always ready\n";
$file = fopen(__DIR__ . '/loop.inc', 'r');
$loop->addReadStream($file, function ($file) use ($loop, &$lines) {
    if (fgets($file) === false) {
        $loop->removeReadStream($file);
    } else {
        $lines++;
    }
});
$loop->run();
var_dump($lines === count(file(__DIR__ . '/loop.inc')));
$null = fopen('/dev/null', 'w');
$loop->addWriteStream($null, function ($null) use ($loop) {
    var_dump(fwrite($null, 'x'));
    $loop->removeWriteStream($null);
});
$loop->run();
?>
--EXPECT--
--- a socket pair
bool(true)
int(1)
bool(true)
string(5) "hello"
int(1)
bool(true)
string(0) ""
--- the output of a process
got a line
int(3)
--- UDP
datagram
re: datagram
--- TCP: accept, connect without waiting
connected
welcome
--- a connection that is refused can be written, too
bool(false)
--- a regular file is always ready
bool(true)
int(1)
