--TEST--
Listen: systemd: sockets that were passed by LISTEN_FDS, by name too; programs that the server starts know nothing of them
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_procfs(); skip_unless_function('proc_open'); ?>
--EXTENSIONS--
pcntl
--FILE--
<?php
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/where.inc';

$folder = sys_get_temp_dir() . '/wschat-test-' . getmypid();
mkdir($folder);
file_put_contents("$folder/server.php", '<?php ' . WHERE . <<<'PHP'

    $address = $argv[1];
    pcntl_alarm(55);
    try {
        $server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Where)), 80, $address);
    } catch (RuntimeException $e) {
        exit($e->getMessage() . "\n");
    }
    echo implode(' ', $server->socket->getAddresses()), "\n";
    $variables = fn(array $all) => count(array_filter(array_keys($all), fn($name) => str_starts_with($name, 'LISTEN_')));
    echo $variables(getenv()), ' ', trim(shell_exec('env | grep -c ^LISTEN_; test -S /proc/self/fd/3 || test -S /proc/self/fd/4; echo $?')), "\n";
    $server->loop->addTimer(50, fn() => exit);
    while (!feof(STDIN)) {
        $server->loop->addReadStream(STDIN, fn() => exit);
        $server->run();
    }
    PHP);

/* Starts it as a service manager does: with sockets from 3 on, and itself named in LISTEN_PID. */
function start(string $address, string $environment): array
{
    $sockets = [stream_socket_server('tcp://127.0.0.1:0'), stream_socket_server("unix://{$GLOBALS['folder']}/a.sock")];
    $php = escapeshellarg(getenv('TEST_PHP_EXECUTABLE') ?: PHP_BINARY) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
    $command = "exec sh -c 'export $environment; exec \"\$@\"' sh $php {$GLOBALS['folder']}/server.php " . escapeshellarg($address);
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR, $sockets[0], $sockets[1]], $pipes);
    $port = (int) substr(strrchr(stream_socket_get_name($sockets[0], false), ':'), 1);
    return [$process, $pipes, $port];
}

function finish(array $started): void
{
    fclose($started[1][0]);
    proc_close($started[0]);
    @unlink("{$GLOBALS['folder']}/a.sock");
}

foreach (['systemd:', 'systemd:web', 'systemd:local', 'fd:3,fd:4'] as $address) {
    $started = start($address, 'LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=web:local');
    echo addresses(str_replace($folder, 'FOLDER', fgets($started[1][1])));
    echo str_replace("\n", ' ', fgets($started[1][1])), fgets($started[1][1]);
    if ($address !== 'systemd:local') {
        $client = WsClient::connect($started[2]);
        echo who($client), "\n";
    }
    if ($address !== 'systemd:web') {
        $client = new WsClient(0, "$folder/a.sock");
        $client->upgrade();
        echo who($client), "\n";
    }
    finish($started);
}
foreach ([
    ['systemd:none', 'LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=web:local'],
    ['systemd:', 'LISTEN_PID=1 LISTEN_FDS=2'],
    ['systemd:', 'LISTEN_PID=$$ LISTEN_FDS=0'],
] as [$address, $environment]) {
    $started = start($address, $environment);
    echo fgets($started[1][1]);
    finish($started);
}
unlink("$folder/server.php");
rmdir($folder);
?>
--EXPECT--
tcp://127.0.0.1:PORT unix://FOLDER/a.sock
0 0 1
[127.0.0.1]
[]
tcp://127.0.0.1:PORT
0 0 1
[127.0.0.1]
unix://FOLDER/a.sock
0 0 1
[]
tcp://127.0.0.1:PORT unix://FOLDER/a.sock
3 3 1
[127.0.0.1]
[]
Failed to listen on "systemd:none": no socket of this name was passed (LISTEN_FDNAMES); see FileDescriptorName= in the .socket unit
Failed to listen on "systemd:": the sockets were passed to another process (LISTEN_PID); let systemd start PHP itself, not a script around it, and make the server before fork()
Failed to listen on "systemd:": no socket was passed (LISTEN_FDS); start the server by a .socket unit
