--TEST--
Module: in a web server no name of another package is taken unless wschat.classes says so
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_function('proc_open');
--FILE--
<?php
/* What a script that is served by PHP's built-in server prints. */
function served(string $ini): string
{
    $folder = sys_get_temp_dir() . '/wschat-web-' . getmypid();
    @mkdir($folder);
    file_put_contents("$folder/index.php", '<?php echo PHP_SAPI, " ", json_encode([ini_get("wschat.classes"), interface_exists("Ratchet\ConnectionInterface"),
        interface_exists("WsChat\Ratchet\ConnectionInterface"), interface_exists("Psr\Http\Message\UriInterface"), class_exists("WsChat\Psr7\Uri")]);');
    $command = 'exec ' . escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . " $ini -S 127.0.0.1:0 -t $folder";
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['pipe', 'w']], $pipes);
    try {
        stream_set_timeout($pipes[2], 30);
        while (!preg_match('~http://(127\.0\.0\.1:\d+)~', $line = (string) fgets($pipes[2]), $match)) {
            if ($line === '') {
                throw new Exception('The server did not say its port');
            }
        }
        return (string) file_get_contents("http://$match[1]/", false, stream_context_create(['http' => ['timeout' => 30]]));
    } finally {
        proc_terminate($process);
        proc_close($process);
        unlink("$folder/index.php");
        rmdir($folder);
    }
}

echo served(''), "\n", served('-d wschat.classes=psr'), "\n";
?>
--EXPECT--
cli-server ["",false,true,false,true]
cli-server ["psr",false,true,true,true]
