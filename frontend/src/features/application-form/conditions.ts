export * from "@/space/answers/conditions";
