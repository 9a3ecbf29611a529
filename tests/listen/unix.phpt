--TEST--
Listen: a Unix socket: its mode, a file of a dead server, one of a live one, and its end
--EXTENSIONS--
pcntl
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/where.inc';

$code = WHERE . <<<'PHP'

    umask(022);
    serve(new Where, ['options' => ['listen' => 'unix:' . $argv[1], 'unix_mode' => 0660]]);
    PHP;
$first = TestServer::code($code, ['args' => ['chat.sock']]);
$path = "$first->folder/chat.sock";
printf("%o ", fileperms($path) & 0777);
$client = new WsClient(0, $path);
$client->upgrade();
echo who($client), "\n";

/* A second server does not take it away. */
$second = TestServer::code($code, ['args' => [$path], 'ready' => false]);
$second->wait();
preg_match('~Failed to listen on .*(?= in /)~', $second->out() . $second->err(), $match);
echo addresses($match[0]), "\n";
$client = new WsClient(0, $path);
$client->upgrade();
echo who($client), "\n";

/* One that was killed leaves its file, which the next one replaces. */
$first->stop();
var_dump(file_exists($path));
$third = TestServer::code($code, ['args' => [$path]]);
$client = new WsClient(0, $path);
$client->upgrade();
echo who($client), "\n";

/* An orderly end removes it, and so does exit() in a callback; a forked child's end does not. */
echo $third->finish(), "\n";
clearstatcache();
var_dump(file_exists($path));
$fourth = TestServer::code(WHERE . <<<'PHP'

    final class Ends extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'fork') {
                if (!$child = pcntl_fork()) {
                    exit;
                }
                pcntl_waitpid($child, $status);
                $conn->send('forked');
            } else {
                exit;
            }
        }
    }
    serve(new Ends, ['options' => ['listen' => 'unix:' . $argv[1]]]);
    PHP, ['args' => [$path]]);
$client = new WsClient(0, $path);
$client->upgrade();
$client->text('fork')->expectText('forked');
clearstatcache();
var_dump(file_exists($path));
$client->text('exit');
$fourth->wait();
clearstatcache();
var_dump(file_exists($path));
?>
--EXPECT--
660 []
Failed to listen on "unix:FOLDER/chat.sock": Address already in use (EADDRINUSE): a server is alive behind this path; stop it or choose another one
[]
bool(true)
[]
0
bool(false)
bool(true)
bool(false)
