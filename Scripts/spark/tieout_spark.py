#!/usr/bin/env python3
"""Ties out the documents of a Parquet table on a Spark cluster, through `tieout stream`.

    tieout_spark.py pack FOLDER TABLE                files to a table: name, content
    tieout_spark.py run TABLE RESULTS [OPTION ...]   a row a document: name, exit, submission, error_*

Options that this script does not know go to `tieout stream`, such as --compact or --profile. The
command itself is sent to the workers, which need nothing but libxml2 and Python.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

FAULT = 4
RESULT = "name string, exit int, submission string, error_zh string, error_en string"


def request(name, content, folder):
    """One line for the command. JSON holds UTF-8 alone: other bytes go by way of a file."""
    if isinstance(content, str):
        content = content.encode()
    try:
        source = {"text": content.decode()}
    except UnicodeDecodeError:
        handle, path = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        source = {"path": path}
    return json.dumps({"name": name, **source}, ensure_ascii=False).encode() + b"\n"


def answers(command, requests):
    """An answer for each request, in order; None for one on which the command ended."""
    at = 0
    while at < len(requests):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

        # A thread of its own writes, so that neither side waits for the other's pipe.
        def feed(stdin=process.stdin, rest=requests[at:]):
            try:
                stdin.writelines(rest)
                stdin.close()
            except BrokenPipeError:
                pass

        feeder = threading.Thread(target=feed)
        feeder.start()
        for line in process.stdout:
            if line.endswith(b"\n"):
                yield line
                at += 1
        feeder.join()
        process.wait()
        if at < len(requests):
            yield None
            at += 1


def row(name, line):
    """The columns of one answer. The submission's JSON is cut out and never written anew, so that
    its bytes are those of submission.json."""
    if line is None:
        return (name, FAULT, None, "程序在这份文件上中断。", "The command ended on this document.")
    # In a string quotes are escaped, so that this stands where the member begins and nowhere else.
    head, mark, body = line.partition(b',"submission":')
    answer = json.loads(head + b"}" if mark else line)
    error = answer.get("error", {})
    submission = body.removesuffix(b"}\n").decode() if mark else None
    return (name, answer["exit"], submission, error.get("zh"), error.get("en"))


def tie_out(tieout, options, size):
    """What turns the documents of a partition into results, so many at a time."""
    def work(documents):
        command = [SparkFiles.get(tieout), "stream", *options]
        while some := list(itertools.islice(documents, size)):
            folder = tempfile.mkdtemp()
            try:
                requests = [request(name, content, folder) for name, content in some]
                for (name, _), line in zip(some, answers(command, requests)):
                    yield row(name, line)
            finally:
                shutil.rmtree(folder)
    return work


def pack(spark, arguments):
    files = spark.read.format("binaryFile").load(arguments.source)
    name = F.element_at(F.split("path", "/"), -1)
    files.select(name.alias("name"), "content").write.parquet(arguments.target)


def run(spark, arguments, options):
    spark.sparkContext.addFile(shutil.which(arguments.tieout) or arguments.tieout)
    table = spark.read.parquet(arguments.source).select("name", "content")
    if arguments.partitions:
        table = table.repartition(arguments.partitions)
    work = tie_out(os.path.basename(arguments.tieout), options, arguments.rows)
    results = spark.createDataFrame(table.rdd.mapPartitions(work), RESULT, verifySchema=False)
    results.write.parquet(arguments.target)
    exits = spark.read.parquet(arguments.target).groupBy("exit").count().orderBy("exit").collect()
    print(" ".join(f"exit{line['exit']}={line['count']}" for line in exits))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["pack", "run"])
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--tieout", default="tieout", help="the command that is sent to the workers")
    parser.add_argument("--partitions", type=int, help="pieces of the table: some for each core")
    parser.add_argument("--rows", type=int, default=64, help="documents in a worker's memory at a time")
    arguments, options = parser.parse_known_args()
    spark = SparkSession.builder.appName("tieout").getOrCreate()
    try:
        if arguments.job == "pack":
            pack(spark, arguments)
        else:
            run(spark, arguments, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
